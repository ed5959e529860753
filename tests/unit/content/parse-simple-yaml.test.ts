import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { LineCounter, parseDocument } from 'yaml'
import { parseSimpleYaml } from '@/lib/content/fast/parse-simple-yaml'
import { holdsFor } from '@/tests/support/holds'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))

/** What was read must be what the YAML parser reads; what was not may be anything. */
function assertSameAsYaml(yaml: string): void {
  const simple = parseSimpleYaml(yaml)
  if (simple === undefined) return
  const lineCounter = new LineCounter()
  const document = parseDocument(yaml, { schema: 'core', lineCounter })
  assert.deepEqual([document.errors, document.warnings], [[], []], yaml)
  assert.deepEqual(simple.value, document.toJS(), yaml)
  const starts = [...simple.lines].map(([name, line]) => [name, yaml.split('\n')[line - 1]?.split(':')[0]])
  for (const [name, found] of starts) assert.equal(found, name)
}

const IMPORTED = `number: 174932
title: "PRB: \\"Stop\\" in C:\\\\Temp"
products:
  - Microsoft Windows NT Server version 4.0, Terminal Server Edition
  - "1.0"
  - 'a: b'
productGroup: Microsoft Windows NT
reviewed: 2001-08-09
version: WinNT:4.0
fixes: []
aliases:
  - 123456
productGroups:
  The C Run-Time (CRT), included with:
    - Microsoft C for MS-DOS, versions 5.1, 6.0
    - "1.0"
  Another:
    - x
source:
  file: txt/174/Q174932.TXT
  sha256: "001a10a6"
`

test('the form that the importer writes is read, with the line of each field', () => {
  assertSameAsYaml(IMPORTED)
  const simple = parseSimpleYaml(IMPORTED)
  assert.equal(simple?.value.title, 'PRB: "Stop" in C:\\Temp')
  assert.deepEqual([...(simple?.lines ?? [])].slice(2, 4), [
    ['products', 3],
    ['productGroup', 7],
  ])
})

test('the front matter of every article that we have is read as YAML reads it, or left to it', () => {
  const files = ['content', 'tests/fixtures'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(ROOT, folder, path)),
  )
  const blocks = files
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => /^---\n([\s\S]*?\n)---\n/.exec(readFileSync(path, 'utf8'))?.[1] ?? [])
  for (const block of blocks) assertSameAsYaml(block)
  assert.ok(blocks.length > 70)
})

const SCALARS =
  'text|null|NULL|Null|true|False|yes|~|1|0|01|-1|+1|1.5|1.|.5|1e5|1E+5|0x1F|0o17|0b1|1_000|12345678901234567890|.inf|Infinity|NaN|2001-08-09|2001-08|1.2.3|1:2|a: b|a:b|a:|a :b|a #b|a#b|#a|- a|-a|? a|?a|[]|[a]|{}|{a: b}|*a|&a|!a|!!str a|%a|@a|`a`|"a"|"a" b|"a\\"b"|"a\\nb"|"a\\\\"|"a|\'a\'|\'a\'\'b\'|\'a|"a: b #c"|a "b" c|a  b|a |  a| a\tb|a:\tb|>|>-|\\|a\u0085b|a\u2028b|\uFEFFa|é|(a)|/a|"é"|"a\tb"|<<|=|...|---|a, b|a]|a}'.split(
    '|',
  )

test('every kind of scalar is read as YAML reads it, or left to it', () => {
  for (const scalar of [...SCALARS, '|']) {
    assertSameAsYaml(`title: ${scalar}\n`)
    assertSameAsYaml(`title: ${scalar}`)
    assertSameAsYaml(`title: ${scalar}\nnumber: 1\n`)
    assertSameAsYaml(`list:\n  - ${scalar}\n  - b\n`)
    assertSameAsYaml(`map:\n  inner: ${scalar}\n  other: b\nnumber: 1\n`)
    assertSameAsYaml(`map:\n  inner:\n    - ${scalar}\n    - b\n  other: b\n`)
    assertSameAsYaml(`map:\n  ${scalar}:\n    - b\n  ${scalar} : c\n`)
    assertSameAsYaml(`map:\n  ${scalar}: b\n`)
  }
})

test('lines in every order are read as YAML reads them, or left to it', () => {
  const lines = [
    ...'a: 1|b: text|a: again|c:|c: | d: 1|  d: 1|    d: 1|  d: 2|  - e| - e|- e|    e|  -|  - - e|| '.split('|'),
    ...'# note|  # note|...|---|"f": 1|f : 1|f:1|\t- e|  - d: 1|c: []'.split('|'),
  ]
  const texts = fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 6 }).map((chosen) => chosen.join('\n'))
  holdsFor(texts, assertSameAsYaml, 4000)
})
