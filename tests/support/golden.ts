import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Holds a text to the file of its expectation. `UPDATE=1` writes that file; read the difference before it is committed. */
export function assertExpected(file: string, found: string): void {
  if (process.env.UPDATE === '1') writeFileSync(file, found)
  assert.ok(existsSync(file), `${file} is missing. Make it with UPDATE=1, and read it.`)
  assert.equal(found, readFileSync(file, 'utf8'))
}

/** Holds a value to the JSON file of its expectation. */
export function assertExpectedJson(file: string, found: unknown): void {
  assertExpected(file, `${JSON.stringify(found, undefined, 2)}\n`)
}
