import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isAllClear, type LineVerdict, type PasteVerdict } from '@/lib/check/verdict'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { assertExpectedJson } from '@/tests/support/golden'
import { openShippedIndex } from '@/tests/support/shipped-index'

const folder = fileURLToPath(new URL('../../fixtures/pastes', import.meta.url))
const index = await openShippedIndex()

/** Each file has the pastes of one kind, each below a line with `@@@` that says what it is. */
for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  test(`what is told of fixtures/pastes/${file}`, async () => {
    const pastes = readFileSync(join(folder, file), 'utf8').split(/^@@@ /m).slice(1)
    const told: Record<string, readonly string[]> = {}
    for (const paste of pastes) {
      const end = paste.indexOf('\n')
      told[paste.slice(0, end)] = tellVerdict(await judgePaste(index, paste.slice(end + 1)))
    }
    assert.equal(Object.keys(told).length, pastes.length, 'two pastes have the same title')
    // Whatever is read from them, nothing in them proves that a computer has the latest update.
    if (file === 'not-clear.txt') assert.doesNotMatch(JSON.stringify(told), /nothing newer is known|, latest/)
    assertExpectedJson(join(folder, file.replace('.txt', '.json')), told)
  })
}

/** Tells a verdict in a line for each thing that it says, so that what a paste is taken for can be read at a glance. */
function tellVerdict(verdict: PasteVerdict): string[] {
  const { kinds, cutInventories, computers, lines, questions, updates, builds, signatures, articles } = verdict
  const [best] = articles
  return [
    `taken for: ${kinds.join(', ') || 'nothing'}`,
    ...cutInventories.map(({ reason, host }) => `cut${host === undefined ? '' : ` of ${host}`}: ${reason}`),
    ...computers.flatMap((computer) => [
      `computer ${computer.list}: ${computer.host ?? 'no name'}`,
      ...lines.filter(({ list }) => list === computer.list).map((line) => `  ${tellLine(line)}`),
    ]),
    ...questions.map(({ kind }) => `question: ${kind}`),
    ...updates.filter(({ isInstalled }) => !isInstalled).map(({ number, state }) => `named: ${number} ${state}`),
    ...builds.flatMap(({ build, servers, places }) =>
      places.map(({ product, state, isExact, below }) => {
        const where = `${isExact ? '' : 'above '}${below?.name ?? 'nothing'}`
        return `build ${build}${servers.map((server) => ` of ${server}`).join('')}: ${product}, ${where}, ${state}`
      }),
    ),
    ...signatures.map(({ id }) => `signature: ${id}`),
    ...(best ? [`first article: ${best.article.number}`] : []),
  ]
}

function tellLine(line: LineVerdict): string {
  const { name, newest, latest, way, doubts, newerForProduct } = line
  const told = way.length > 0 ? `install ${latest.number}` : isAllClear(line) ? 'nothing newer is known' : 'not clear'
  const newer =
    newerForProduct && `newer for the product: ${newerForProduct.update?.number ?? newerForProduct.release.name}`
  return [`${name}: ${newest.number}`, told, newer, ...doubts].filter((part) => part !== undefined).join(', ')
}
