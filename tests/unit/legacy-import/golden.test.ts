import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { convertLegacyFile } from '@/lib/legacy-import/convert-legacy-file'

const FIXTURES = fileURLToPath(new URL('../../fixtures/legacy/', import.meta.url))
const EXPECTED = ['output.md', 'problems.json']
const isUpdate = process.env.UPDATE === '1'

const cases = readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory())

for (const { name } of cases) {
  test(`legacy dump ${name} becomes the Markdown and the problems on file`, () => {
    const folder = path.join(FIXTURES, name)
    const [input, ...others] = readdirSync(folder).filter((file) => !EXPECTED.includes(file))
    assert.ok(
      input !== undefined && others.length === 0,
      `${name} must hold one input beside ${EXPECTED.join(' and ')}.`,
    )

    const { articles, problems, format } = convertLegacyFile({
      bytes: readFileSync(path.join(folder, input)),
      file: `${name}/${input}`,
    })
    const got: Record<string, string> = {
      'output.md': articles.map(({ markdown }) => markdown).join('\n'),
      'problems.json': `${JSON.stringify({ format, problems }, null, 2)}\n`,
    }
    for (const expected of EXPECTED) {
      const file = path.join(folder, expected)
      if (isUpdate) writeFileSync(file, got[expected] ?? '')
      assert.ok(existsSync(file), `${name}/${expected} is missing. Write it with UPDATE=1 and read it.`)
      assert.equal(got[expected], readFileSync(file, 'utf8'))
    }
  })
}

test('every case is named in the README of the fixtures', () => {
  const readme = readFileSync(path.join(FIXTURES, 'README.md'), 'utf8')
  for (const { name } of cases) assert.ok(readme.includes(`\`${name}\``), `${name} has no line in the README.`)
})
