import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const MAX_ARROWS = 45
const MAX_FILES = 25
const MAX_LINES = 300

/** What each room may import besides itself: the seven rules that `biome.json` holds editors to. */
const RULES = [
  {
    rooms: ['app/', 'proxy.ts'],
    allowed: `components/ lib/collection lib/rooms lib/kb-index/read/ lib/http/ lib/urls lib/check/ lib/kb/`,
  },
  { rooms: ['browser/'], allowed: 'components/ lib/export/ lib/urls lib/kb/' },
  { rooms: ['components/'], allowed: 'lib/urls lib/check/ lib/kb/' },
  {
    rooms: ['lib/collection.ts', 'lib/rooms.ts', 'lib/verdict/', 'lib/faults/', 'lib/http/'],
    allowed: `lib/verdict/ lib/faults/ lib/http/ lib/content/ lib/markdown/ lib/kb-index/ lib/check/ lib/kb/ lib/urls lib/env`,
  },
  { rooms: ['lib/export/'], allowed: 'lib/kb-index/ lib/kb/ lib/urls' },
  { rooms: ['lib/content/', 'lib/kb-index/'], allowed: 'lib/kb/' },
  {
    rooms: ['lib/kb/', 'lib/check/', 'lib/markdown/', 'lib/urls.ts'],
    allowed: 'lib/kb/ lib/urls',
  },
  { rooms: ['lib/legacy-import/'], allowed: 'lib/kb/ lib/urls lib/markdown/fast/' },
].map(({ rooms, allowed }) => ({ rooms, allowed: allowed.split(' ') }))

/** The sub-rooms of the large rooms; each imports only from those before it. `.` stands for the files outside of them. */
const SUB_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'lib/kb': 'numbers data articles releases statements updates signatures . search'.split(' '),
  'lib/kb-index': 'file search read write'.split(' '),
  'lib/legacy-import': 'shared txt page jekyll html learn .'.split(' '),
}

const files = ['app', 'bench', 'browser', 'components', 'lib', 'scripts', 'server', 'tests'].flatMap(listFiles)
const texts = new Map(
  [...files, 'instrumentation.ts', 'proxy.ts']
    .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file))
    .map((file) => [file, readFileSync(join(ROOT, file), 'utf8')]),
)
const imports = new Map(
  [...texts].filter(([file]) => !file.startsWith('tests/')).map(([file, text]) => [file, listImports(file, text)]),
)

test('no file imports itself by way of others', () => {
  const done = new Set<string>()
  const follow = (file: string, path: readonly string[]): string[] => {
    if (path.includes(file)) return [[...path.slice(path.indexOf(file)), file].join(' -> ')]
    if (done.has(file)) return []
    done.add(file)
    return (imports.get(file) ?? []).flatMap((next) => follow(next, [...path, file]))
  }
  assertNone([...imports.keys()].flatMap((file) => follow(file, [])))
})

test('rooms import what the seven rules allow', () => {
  assertNone(
    RULES.flatMap(({ rooms, allowed }) =>
      rooms.flatMap((room) =>
        listPairs((file) => file.startsWith(room))
          .filter(([, other]) => ![room, ...allowed].some((start) => other.startsWith(start)))
          .map(([file, other]) => `${file} imports ${other}`),
      ),
    ),
  )
})

test('the linter has the same seven rules', () => {
  const pattern = (room: string) => room.replace(/\/$/, '/**')
  const config: { overrides: { includes: string[]; linter: object }[] } = JSON.parse(
    readFileSync(join(ROOT, 'biome.json'), 'utf8'),
  )
  for (const { rooms, allowed } of RULES) {
    const override = config.overrides.find(({ includes }) => includes.join() === rooms.map(pattern).join())
    const linted = [...JSON.stringify(override?.linter).matchAll(/"!@\/([^"]+)"/g)].map(([, room]) => room)
    const own = rooms.filter((room) => room.endsWith('/'))
    assert.deepEqual(new Set(linted), new Set([...own, ...allowed].map(pattern)), rooms.join())
  }
})

test('the edge runs without a compiler, and its types are checked', () => {
  const edge = [...texts.keys()].filter((file) => file.startsWith('server/'))
  const pairs = listPairs((file) => edge.includes(file))
  assertNone([
    ...edge.filter((file) => !/^\/\/ @ts-check\n/.test(texts.get(file) ?? '')),
    ...pairs
      .filter(
        ([, other]) =>
          !/^(?:server(?:\/pages)?|lib\/http|lib\/kb-index\/file|scripts\/shared)\/[\w-]+\.mjs$/.test(other),
      )
      .map(([file, other]) => `${file} imports ${other}`),
  ])
})

test('sub-rooms import from those before them, along few arrows', () => {
  const arrows = new Set<string>()
  const wrong: string[] = []
  for (const [file, other] of listPairs(() => true)) {
    const [from, to] = [subRoomOf(file), subRoomOf(other)]
    if (!from || from.room !== to?.room || from.name === to.name) continue
    arrows.add(`${from.room}: ${from.name} -> ${to.name}`)
    if (from.place < to.place) wrong.push(`${file} imports ${other}`)
  }
  assertNone(wrong)
  assert.ok(arrows.size <= MAX_ARROWS, `${arrows.size} arrows\n${[...arrows].sort().join('\n')}`)
})

test('folders and files stay small, data aside', () => {
  const folders = files.map((file) => dirname(file))
  const full = [...new Set(folders)].filter((folder) => folders.filter((one) => one === folder).length > MAX_FILES)
  const long = [...texts].filter(
    ([file, text]) => text.split('\n').length - 1 > MAX_LINES && !file.startsWith('lib/kb/data/'),
  )
  assertNone([
    ...full.map((folder) => `${folder} has more than ${MAX_FILES} files`),
    ...long.map(([file]) => `${file} has more than ${MAX_LINES} lines`),
  ])
})

test('a name is exported by the file that owns it', () => {
  const again = /^export (?:type )?(?:\*|\{[^}]*\} from|\{\s*\w+\s*[,}])/m
  assertNone([...texts].filter(([, text]) => again.test(text)).map(([file]) => `${file} exports what it imports`))
})

test('one module imports the database driver', () => {
  const users = [...imports.keys()].filter((file) => /from 'libsql'/.test(texts.get(file) ?? ''))
  assert.deepEqual(users, ['lib/kb-index/file/driver.ts'])
})

function assertNone(wrong: readonly string[]): void {
  assert.deepEqual(wrong, [])
}

function listPairs(isChosen: (file: string) => boolean): [string, string][] {
  return [...imports].flatMap(([file, others]) =>
    isChosen(file) ? others.map((other): [string, string] => [file, other]) : [],
  )
}

function listFiles(folder: string): string[] {
  // Other search tools may be installed in bench/tools.
  if (folder === 'tests/fixtures' || folder.endsWith('/node_modules')) return []
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? listFiles(path) : [path]
  })
}

/** The files of the project that a file imports, types included. */
function listImports(file: string, text: string): string[] {
  return [...text.matchAll(/(?:\bfrom |\bimport\(|^import )'([^']+)'/gm)].flatMap(([, name = '']) => {
    if (!/^(?:@\/|\.)/.test(name)) return []
    const path = name.startsWith('@/') ? name.slice(2) : join(dirname(file), name)
    return [path, `${path}.ts`, `${path}.tsx`].find((candidate) => texts.has(candidate)) ?? []
  })
}

function subRoomOf(file: string): { room: string; name: string; place: number } | undefined {
  const [, room = '', inside = ''] = /^(lib\/[\w-]+)\/(.+)$/.exec(file) ?? []
  const name = inside.includes('/') ? (dirname(inside).split('/')[0] ?? '') : '.'
  const order = SUB_ROOMS[room]
  return order && { room, name, place: order.indexOf(name) }
}
