import { readArticle } from '@/lib/content/read-article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { findSignatures } from '@/lib/kb/signatures/find-signatures'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getLocation } from '@/lib/kb-index/read/relations'
import { listSignatureMatches } from '@/lib/kb-index/read/signature-matches'
import { getSignaturePage, listSignatures } from '@/lib/kb-index/read/signatures'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

/** A pasted event log entry and the article that it was taken from. */
export interface EventPaste {
  readonly number: KbNumber
  readonly text: string
}

/** The share of an entry's words that is dropped. */
const DROPPED_SHARE = 0.1
/** A shorter entry is pasted with the text around it, since people paste more than a number. */
const MIN_WORDS = 40
const MAX_LENGTH = 700

/** What pastes are made from. */
export interface PasteSource {
  readonly index: IndexDatabase
  readonly contentDir: string
  readonly random: () => number
}

/** Lists the articles that mention an event with its source, in number order. */
export function listEventArticles(index: IndexDatabase): KbNumber[] {
  const ids: string[] = []
  for (let page = 1; ; page++) {
    const { signatures } = listSignatures(index, 'event', page)
    for (const { id, kind, label } of signatures.items) {
      ids.push(...(getSignaturePage(index, { id, kind, label }, 1)?.narrower ?? []).map((narrower) => narrower.id))
    }
    if (page >= signatures.pageCount) break
  }
  const numbers = [...listSignatureMatches(index, ids).values()].flatMap((match) => match.numbers)
  return [...new Set(numbers)].sort((one, other) => one - other)
}

/** Makes a paste, or gives `undefined` if no block of the article names event and source together. */
export async function makeEventPaste(
  { index, contentDir, random }: PasteSource,
  number: KbNumber,
): Promise<EventPaste | undefined> {
  const location = getLocation(index, number)
  if (!location) return undefined
  const { body } = await readArticle(contentDir, location.path)
  const entry = findEntry(extractArticleFacts(body, number).blocks.map(({ text }) => text))
  return entry === undefined ? undefined : { number, text: dropWords(changePlace(entry, random), random) }
}

/** Gives the block with event and source. A short one gets its neighbors, first the one below. */
function findEntry(blocks: readonly string[]): string | undefined {
  const at = blocks.findIndex((text) => findSignatures(text).some(({ kind, broader }) => kind === 'event' && broader))
  if (at === -1) return undefined
  let [first, last] = [at, at]
  const entry = () => blocks.slice(first, last + 1).join('\n')
  while (countWords(entry()) < MIN_WORDS && (last + 1 < blocks.length || first > 0)) {
    if (last + 1 < blocks.length && last - at <= at - first) last += 1
    else if (first > 0) first -= 1
    else last += 1
  }
  const start = Math.max(0, entry().indexOf(blocks[at] ?? '') + (blocks[at]?.length ?? 0) / 2 - MAX_LENGTH / 2)
  return entry().length <= MAX_LENGTH ? entry() : entry().slice(start, start + MAX_LENGTH)
}

/** Changes date, time, user and computer in the entry's own fields, or adds them above it. */
function changePlace(entry: string, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit)
  const date = `${1 + below(12)}/${1 + below(28)}/${1999 + below(10)}`
  const time = `${1 + below(12)}:${String(below(60)).padStart(2, '0')}:${String(below(60)).padStart(2, '0')} AM`
  const user = `CONTOSO\\admin${below(1000)}`
  const computer = `SRV${below(10_000)}`
  const fields = { Date: date, Time: time, User: user, Computer: computer }
  let changed = entry
  const missing: string[] = []
  for (const [name, value] of Object.entries(fields)) {
    // Windows NT prints two fields on a line: `Date:     10/13/97  Event ID:  528`.
    const field = new RegExp(`^([ \\t]*${name}[ \\t]*:)[^\\n]*?(?=$|[ \\t]{2,}[A-Z][A-Za-z ]*:)`, 'im')
    if (field.test(changed)) changed = changed.replace(field, (_, label: string) => `${label} ${value}`)
    else missing.push(`${name}: ${value}`)
  }
  return [...missing, changed].join('\n')
}

function dropWords(text: string, random: () => number): string {
  return text.replace(/\S+/g, (word) => (random() < DROPPED_SHARE ? '' : word))
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
