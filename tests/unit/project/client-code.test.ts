import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
/** `stemmer` is one small function behind the links to searches. Types of React are gone when the code runs. */
const LOADED = /^stemmer$/

test('what browsers load is our own: no framework, and no package that breaks the Content-Security-Policy', () => {
  const files = ['browser', 'components', 'lib']
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
    )
    .filter((file) => /\.tsx?$/.test(file))
  const texts = new Map(files.map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]))
  const waiting = files.filter((file) => file.startsWith('browser'))
  assert.ok(waiting.length > 10)
  const seen = new Map(waiting.map((file) => [file, file]))
  const wrong: string[] = []
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const path = seen.get(file) ?? ''
    for (const name of listRuntimeImports(texts.get(file) ?? '')) {
      const next = resolveImport(file, name, texts)
      if (next === undefined) {
        if (!LOADED.test(name)) wrong.push(`${path} -> ${name}`)
      } else if (!seen.has(next)) {
        seen.set(next, `${path} -> ${next}`)
        waiting.push(next)
      }
    }
  }
  assert.deepEqual(wrong, [])
})

/** What the bundler puts in the place of a module: scripts/shared/bundle-assets.mjs. */
const REPLACED: ReadonlyMap<string, string> = new Map([
  ['lib/kb/numbers/article-name.ts', 'browser/export/article-name.ts'],
])

/** Types are gone when the code runs. */
function listRuntimeImports(text: string): string[] {
  return [...text.matchAll(/^import (?!type )(?:([^'"]*?) from )?'([^']+)'/gm)].flatMap(([, names = '', path = '']) => {
    const list = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1]?.split(',') ?? []
    const isTypesOnly = list.length > 0 && list.every((name) => name.trim() === '' || name.trim().startsWith('type '))
    return isTypesOnly ? [] : [path]
  })
}

function resolveImport(file: string, name: string, texts: ReadonlyMap<string, string>): string | undefined {
  if (!/^(?:@\/|\.)/.test(name)) return undefined
  const path = name.startsWith('@/') ? name.slice(2) : join(file, '..', name)
  const found = ['', '.ts', '.tsx'].map((end) => `${path}${end}`).find((candidate) => texts.has(candidate))
  return found && (REPLACED.get(found) ?? found)
}
