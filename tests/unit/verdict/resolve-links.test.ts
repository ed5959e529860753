import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { resolvedLinksToAnswer } from '@/lib/check/links/resolved-links'
import { resolveLinks } from '@/lib/verdict/resolve-links'
import { openSampleIndex } from '@/tests/support/sample-index'

const index = await openSampleIndex(
  { after },
  {
    'one.md': 'number: 940006\ntitle: Rollup 4\n\nText.',
    'two.md':
      'number: 953469\ntitle: Rollup 5\nsupersedes: 940006\naliases: [111111]\n\nSee [A missing one](/kb/999999).',
    'three.md': 'number: 930809\ntitle: Rollup 1\nsupersededBy: unknown\n\nText.',
    'four.md': 'number: 960000\ntitle: Rollup 6\nsupersedes: 953469\n\nText.',
  },
)

test('each link is answered: here, replaced, missing with its title, or no article', () => {
  const text = `KB960000 http://support.microsoft.com/kb/940006 KB111111 KB930809 KB999999 KB888888
http://go.microsoft.com/fwlink/?LinkId=960000`
  const { links } = resolvedLinksToAnswer(resolveLinks(index, text))
  const last = { number: 960000, title: 'Rollup 6', url: '/kb/960000' }
  assert.deepEqual(
    links.map(({ outcome, number, title, state, replacedBy }) => ({ outcome, number, title, state, replacedBy })),
    [
      { outcome: 'here', number: 960000, title: 'Rollup 6', state: 'no-replacement-known', replacedBy: undefined },
      { outcome: 'replaced', number: 940006, title: 'Rollup 4', state: 'superseded', replacedBy: last },
      { outcome: 'replaced', number: 953469, title: 'Rollup 5', state: 'superseded', replacedBy: last },
      { outcome: 'replaced', number: 930809, title: 'Rollup 1', state: 'superseded-by-unknown', replacedBy: undefined },
      { outcome: 'missing', number: 999999, title: 'A missing one', state: undefined, replacedBy: undefined },
      { outcome: 'missing', number: 888888, title: undefined, state: undefined, replacedBy: undefined },
      { outcome: 'not-an-article', number: undefined, title: undefined, state: undefined, replacedBy: undefined },
    ],
  )
})
