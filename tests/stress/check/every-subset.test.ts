import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAllClear, type PasteVerdict } from '@/lib/check/verdict'
import { listUpdateLines } from '@/lib/kb-index/read/relations'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { seededRandom } from '@/tests/support/random'
import { openShippedIndex } from '@/tests/support/shipped-index'

/** Lines of at most so many updates are tried with every subset; of longer ones every subset of so many neighbours. */
const WHOLE = 10
const WINDOW = 8

const index = await openShippedIndex()
const lines = listUpdateLines(index)
/** Update Rollup 23 for SP3, the last update of the last line. */
const NEWEST = 4011325

test('the collection has the four lines of Exchange Server 2007', () => {
  assert.deepEqual(
    lines.map(({ slug, updates }) => [slug, updates.length]),
    [
      ['exchange-server-2007-rtm-update-rollups', 7],
      ['exchange-server-2007-sp1-update-rollups', 10],
      ['exchange-server-2007-sp2-update-rollups', 5],
      ['exchange-server-2007-sp3-update-rollups', 25],
    ],
  )
})

test('every subset of the installed rollups of a line has the verdict of the oracle', async () => {
  let count = 0
  for (const { updates } of lines) {
    const numbers = updates.map(({ number }) => number)
    const isWhole = numbers.length <= WHOLE
    for (const start of isWhole ? [0] : [0, WINDOW, numbers.length - WINDOW]) {
      for (const installed of subsetsOf(isWhole ? numbers : numbers.slice(start, start + WINDOW))) {
        await assertVerdict(new Map([['EX01', installed]]))
        count += 1
      }
    }
  }
  // 2^7 + 2^10 + 2^5 + 3 * 2^8, without the empty sets.
  assert.equal(count, 127 + 1023 + 31 + 3 * 255)
})

test('subsets of all lines together, on one computer or on several, with names or without, never mix', async () => {
  const all = lines.flatMap(({ updates }) => updates.map(({ number }) => number))
  const random = seededRandom(20071123)
  for (let round = 0; round < 400; round++) {
    const share = random()
    const hosts = random() < 0.5 ? ['EX01'] : ['EX01', 'EX02', 'EX03']
    const chosen = hosts.map((host) => [host, all.filter(() => random() < share * share)] as const)
    const servers = new Map(chosen.filter(([, numbers]) => numbers.length > 0))
    await assertVerdict(servers, random() < 0.5 ? asTable(servers) : asListsWithoutNames(servers))
  }
})

/**
 * The oracle knows the order of the lines and of the updates in each, and nothing else. The last update of the last line is the
 * latest, that of any other line the last of its line; every other update is replaced by its neighbor. A computer needs the last of
 * each line of which it has any, unless it has that. Only the last line is clear, and only on a computer without updates of others;
 * of all others the last update of the last line is what is newer for the product.
 */
async function assertVerdict(servers: ReadonlyMap<string, readonly number[]>, text = asTable(servers)): Promise<void> {
  const verdict = await judgePaste(index, text)
  const installed = [...new Set([...servers.values()].flat())]
  const expectedUpdates = installed.map((number) => {
    const order =
      lines
        .map(({ updates }) => updates.map((update) => update.number as number))
        .find((line) => line.includes(number)) ?? []
    const next = order[order.indexOf(number) + 1]
    const newest = order.at(-1) === NEWEST ? 'latest' : 'last-of-line'
    return { number, state: next === undefined ? newest : 'superseded', supersededBy: next, latest: order.at(-1) }
  })
  const expectedLines = [...servers].flatMap(([, numbers], place) => {
    const lineCount = lines.filter(({ updates }) => updates.some(({ number }) => numbers.includes(number))).length
    return lines.flatMap(({ slug, updates }) => {
      const order = updates.map(({ number }) => number)
      const present = order.filter((number) => numbers.includes(number))
      const last = order.at(-1)
      const newest = present.at(-1)
      if (newest === undefined) return []
      return [
        {
          list: place + 1,
          slug,
          present,
          install: newest === last ? undefined : last,
          between: order.slice(order.indexOf(newest) + 1, -1),
          isClear: newest === last && lineCount === 1 && last === NEWEST,
          newerForProduct: last === NEWEST ? undefined : NEWEST,
        },
      ]
    })
  })
  assert.deepEqual(sorted(updatesOf(verdict)), sorted(expectedUpdates))
  assert.deepEqual(sorted(linesOf(verdict)), sorted(expectedLines))
}

function updatesOf({ updates }: PasteVerdict) {
  return updates.map(({ number, state, supersededBy, latest }) => {
    assert.ok(supersededBy.length <= 1)
    return { number, state, supersededBy: supersededBy[0]?.number, latest: latest?.number }
  })
}

function linesOf({ lines: verdicts }: PasteVerdict) {
  return verdicts.map((verdict) => {
    const { list, slug, installed, latest, way, isStated } = verdict
    assert.ok(isStated)
    return {
      list,
      slug,
      present: installed.map(({ number }) => number),
      install: way.length > 0 ? latest.number : undefined,
      between: way.slice(0, -1).map(({ number }) => number),
      isClear: isAllClear(verdict),
      newerForProduct: verdict.newerForProduct?.update?.number,
    }
  })
}

function asTable(servers: ReadonlyMap<string, readonly number[]>): string {
  const rows = [...servers].flatMap(([host, numbers]) =>
    numbers.map((number) => `${host}          Update           KB${number}`),
  )
  return ['Source        Description      HotFixID', '------        -----------      --------', ...rows].join('\n')
}

/** Nothing but the header of each list tells the computers apart. */
function asListsWithoutNames(servers: ReadonlyMap<string, readonly number[]>): string {
  return [...servers.values()]
    .map((numbers) => ['HotFixID', ...numbers.map((number) => `KB${number}`)].join('\n'))
    .join('\n')
}

function* subsetsOf<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let mask = 1; mask < 2 ** items.length; mask++) yield items.filter((_, place) => mask & (1 << place))
}

function sorted<Item>(items: readonly Item[]): string[] {
  return items.map((item) => JSON.stringify(item)).sort()
}
