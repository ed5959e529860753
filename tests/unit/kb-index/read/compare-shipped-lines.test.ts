import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listArticleFiles } from '@/lib/content/list-article-files'
import { readArticle } from '@/lib/content/read-article'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { compareUpdates } from '@/lib/kb-index/read/compare-updates'
import { updateIndex } from '@/scripts/index/update-index'
import { indexPath } from '@/tests/support/sample-index'

const CONTENT = fileURLToPath(new URL('../../../../content', import.meta.url))

/** RTM, SP1, SP2 and SP3. */
const RELEASES = ['8.0.685.25', '8.1.240.6', '8.2.176.2', '8.3.83.6']

// The oracle knows of each update its line, its build and its list of fixes, and nothing of what replaces what.
test('every two updates of the articles that ship are compared as their builds say', async (context) => {
  const indexFile = indexPath(context)
  await updateIndex({ contentDir: CONTENT, indexFile })
  const updates = await readUpdates()
  const index = openIndex(indexFile)
  context.after(() => closeDatabase(index))
  assert.equal(updates.length, 47)
  for (const from of updates) {
    for (const to of updates) {
      const comparison = compareUpdates(index, { from: String(from.number), to: String(to.number) })
      const pair = `${from.number} to ${to.number}`
      assert.equal(comparison.outcome, expectedOutcome(from, to), pair)
      if (comparison.outcome !== 'compared') continue
      const [before, after] = [upTo(from, updates), upTo(to, updates)]
      const gained = [...fixesOf(after)].filter((fix) => !fixesOf(before).has(fix))
      assert.equal(comparison.isStated, from.line === to.line, pair)
      assert.deepEqual(
        comparison.releases.map(({ build }) => build),
        releasesBetween(from, to),
        pair,
      )
      assert.deepEqual(
        comparison.updates.map(({ number }) => number),
        (from.line === to.line ? after.slice(before.length) : after).map(({ number }) => number),
        pair,
      )
      assert.deepEqual(new Set(comparison.fixes.map(({ number }) => number)), new Set(gained), pair)
    }
  }
})

async function readUpdates(): Promise<FrontMatter[]> {
  const files = await listArticleFiles(CONTENT)
  const articles = await Promise.all(files.map(({ path }) => readArticle(CONTENT, path)))
  return articles
    .map(({ frontMatter }) => frontMatter)
    .filter(({ line }) => line !== undefined)
    .sort(byBuild)
}

function expectedOutcome(from: FrontMatter, to: FrontMatter): string {
  if (from.number === to.number) return 'same'
  return byBuild(from, to) < 0 ? 'compared' : 'reversed'
}

/** The second number of a build is that of the service pack. */
function releasesBetween(from: FrontMatter, to: FrontMatter): string[] {
  const packOf = ({ build = '' }: FrontMatter) => Number(build.split('.')[1])
  return RELEASES.slice(packOf(from) + 1, packOf(to) + 1)
}

function upTo(update: FrontMatter, updates: readonly FrontMatter[]): FrontMatter[] {
  return updates.filter((other) => other.line === update.line && byBuild(other, update) <= 0)
}

function fixesOf(updates: readonly FrontMatter[]): Set<number> {
  return new Set(updates.flatMap(({ fixes = [] }) => fixes))
}

/** Builds are compared part by part as numbers. */
function byBuild(a: FrontMatter, b: FrontMatter): number {
  const [left, right] = [a, b].map(({ build = '' }) => build.split('.').map(Number))
  const place = left?.findIndex((part, position) => part !== right?.[position]) ?? -1
  return place === -1 ? 0 : (left?.[place] ?? 0) - (right?.[place] ?? 0)
}
