import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openSearchDescription, suggestionsToOpenSearch } from '@/lib/http/open-search'
import { completeSite, DEFAULT_SITE } from '@/lib/kb/site'
import { kbNumberOf } from '@/tests/support/kb-number-of'

test('suggestions are four lists in equal order, and the text is repeated as it was typed', () => {
  const suggestions = [
    { number: kbNumberOf(940006), title: 'Update <Rollup> 4', state: 'superseded' },
    { number: kbNumberOf(941421), title: 'Update Rollup 5', state: 'no-replacement-known' },
  ] as const
  assert.deepEqual(suggestionsToOpenSearch(' Ro', suggestions, 'https://kb.example:8080'), [
    ' Ro',
    ['Update <Rollup> 4', 'Update Rollup 5'],
    ['KB940006', 'KB941421'],
    ['https://kb.example:8080/kb/940006', 'https://kb.example:8080/kb/941421'],
  ])
  assert.deepEqual(suggestionsToOpenSearch('zzz', [], 'https://kb.example'), ['zzz', [], [], []])
})

test('the description names the host of the site in every address, and nothing in it ends the markup', () => {
  const xml = openSearchDescription(`http://a"'><&b`, completeSite({ name: `a"'><&b` }))
  assert.doesNotMatch(xml.replaceAll('&#38;', ''), /a"|<&|"'>/)
  const addresses = [
    ...openSearchDescription('https://kb.example', DEFAULT_SITE).matchAll(/(?:template="|svg\+xml">)([^"<]+)/g),
  ]
  assert.deepEqual(
    addresses.map((match) => match[1]),
    [
      'https://kb.example/icon.svg',
      'https://kb.example/search?q={searchTerms}',
      'https://kb.example/api/v1/suggest?q={searchTerms}&amp;format=opensearch',
      'https://kb.example/opensearch.xml',
    ],
  )
})
