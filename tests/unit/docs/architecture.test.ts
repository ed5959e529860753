import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const ROOT = new URL('../../../', import.meta.url)
const FILE = /`((?:app|components|content|docs|lib|scripts|tests)\/[\w./[\]-]+|proxy\.ts)`/g
const MAX_WORDS = 2000
const MAX_FILES_PER_WALK = 12

const DOCUMENTS = ['architecture', 'supersedence', 'search', 'index-file', 'check', 'signatures', 'import']

for (const name of DOCUMENTS) {
  test(`every path that docs/${name}.md names exists`, () => {
    const named = [...read(name).matchAll(FILE)].map((match) => match[1] ?? '')
    assert.deepEqual(
      named.filter((path) => !existsSync(new URL(path, ROOT))),
      [],
    )
  })
}

test('docs/architecture.md fits in ten minutes, and each walk in twelve files', () => {
  const text = read('architecture')
  assert.ok(text.split(/\s+/).length <= MAX_WORDS)
  const walks = text.split('## Five walks')[1]?.split('\n## ')[0]?.split('\n\n**') ?? []
  assert.equal(walks.length, 6)
  for (const walk of walks.slice(1)) assert.ok(walk.split('→').length <= MAX_FILES_PER_WALK, walk)
})

function read(name: string): string {
  return readFileSync(new URL(`docs/${name}.md`, ROOT), 'utf8')
}
