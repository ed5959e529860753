import { diffArrays, diffWordsWithSpace } from 'diff'
import type { EditionBlock, SectionChange, WordChange } from './edition'

/** Comparing two texts that have hardly anything in common takes the square of their length. */
const LIMIT_MS = 200
/** Longer blocks are compared as a whole. */
const MAX_BLOCK_LENGTH = 10_000

/** Gives what differs between two editions, by section, in the order of the newer one. */
export function compareEditions(older: readonly EditionBlock[], newer: readonly EditionBlock[]): SectionChange[] {
  const sections: { section?: string; blocks: (readonly WordChange[])[] }[] = []
  const add = (section: string | undefined, words: readonly WordChange[]) => {
    const last = sections.at(-1)
    if (last && last.section === section) last.blocks.push(words)
    else sections.push({ section, blocks: [words] })
  }
  const end = performance.now() + LIMIT_MS
  for (const [removed, added] of pairChanges(older, newer)) {
    // Blocks in the same place are taken for one that was changed.
    for (let at = 0; at < Math.max(removed.length, added.length); at++) {
      const [before, after] = [removed[at], added[at]]
      const section = (after ?? before)?.section
      if (before && after) add(section, compareWords(before.text, after.text, end - performance.now()))
      else if (after) add(section, [{ kind: 'added', text: after.text }])
      else if (before) add(section, [{ kind: 'removed', text: before.text }])
    }
  }
  return sections
}

/** Counts the words that one edition has and the other lacks. */
export function countChanges(older: readonly EditionBlock[], newer: readonly EditionBlock[]) {
  const words = compareEditions(older, newer).flatMap(({ blocks }) => blocks.flat())
  const count = (kind: WordChange['kind']) =>
    words.reduce((sum, word) => sum + (word.kind === kind ? (word.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) : 0), 0)
  return { added: count('added'), removed: count('removed') }
}

type Blocks = readonly EditionBlock[]

/** Gives each run of blocks that differ: what the older edition has there, and what the newer. */
function pairChanges(older: Blocks, newer: Blocks): (readonly [Blocks, Blocks])[] {
  const changes = diffArrays([...older], [...newer], {
    comparator: (one, other) => one.text === other.text && one.section === other.section,
    timeout: LIMIT_MS,
  })
  if (!changes) return [[older, newer]]
  const pairs: [Blocks, Blocks][] = []
  for (const { added, removed, value } of changes) {
    const last = pairs.at(-1)
    if (removed) pairs.push([value, []])
    else if (added && last && last[1].length === 0 && last[0].length > 0) last[1] = value
    else if (added) pairs.push([[], value])
    else pairs.push([[], []])
  }
  return pairs
}

function compareWords(before: string, after: string, timeout: number): WordChange[] {
  const isShort = before.length <= MAX_BLOCK_LENGTH && after.length <= MAX_BLOCK_LENGTH
  const changes = isShort && timeout > 0 ? diffWordsWithSpace(before, after, { timeout }) : undefined
  if (!changes) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]
  }
  return joinChanges(
    changes.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      text: value,
    })),
  )
}

/** Makes one change of changes with blanks between them: a sentence in place of another is read as a whole, not word by word. */
function joinChanges(words: readonly WordChange[]): WordChange[] {
  const joined: WordChange[] = []
  let run: WordChange[] = []
  const end = () => {
    const after = run.at(-1)?.kind === 'same' ? run.splice(-1) : []
    const textOf = (kind: WordChange['kind']) =>
      run.map((word) => (word.kind === kind || word.kind === 'same' ? word.text : '')).join('')
    const isReplaced = run.some(({ kind }) => kind === 'removed') && run.some(({ kind }) => kind === 'added')
    if (isReplaced) joined.push({ kind: 'removed', text: textOf('removed') }, { kind: 'added', text: textOf('added') })
    else joined.push(...run)
    joined.push(...after)
    run = []
  }
  for (const word of words) {
    if (word.kind !== 'same' || (run.length > 0 && word.text.trim() === '')) run.push(word)
    else {
      end()
      joined.push(word)
    }
  }
  end()
  return joined
}
