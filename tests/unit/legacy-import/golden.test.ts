import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { convertLegacyFile } from '@/lib/legacy-import/convert-legacy-file'
import { assertExpected, assertExpectedJson } from '@/tests/support/golden'

const FIXTURES = fileURLToPath(new URL('../../fixtures/legacy/', import.meta.url))
const EXPECTED = ['output.md', 'problems.json']

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
    assertExpected(path.join(folder, 'output.md'), articles.map(({ markdown }) => markdown).join('\n'))
    assertExpectedJson(path.join(folder, 'problems.json'), { format: format?.name ?? 'unknown', problems })
  })
}

test('every case is named in the README of the fixtures', () => {
  const readme = readFileSync(path.join(FIXTURES, 'README.md'), 'utf8')
  for (const { name } of cases) assert.ok(readme.includes(`\`${name}\``), `${name} has no line in the README.`)
})
