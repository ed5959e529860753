import type { ArticleFacts } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { findReleases, isUnnamedRelease } from '@/lib/kb/releases/release-names'
import { type CitedBlock, citeBlocks, entriesOf, numbersIn } from './cited-blocks'
import { FixList } from './fix-list'
import { isFixedInArticle, mayStateFixedIn, readFixedIn } from './fixed-in-sentence'
import { mayStateRequirement, readRequirement } from './requirement-sentence'
import { sentencesOf } from './sentences'
import type { Statement } from './statement'
import { mayStateSupersedence, readSupersedence } from './supersedence-sentence'

/** The article that speaks. */
export interface Speaker {
  readonly number: KbNumber
  readonly title: string
}

/**
 * Takes from a body what it states about updates and fixes: what replaces what, what an update fixes, where a problem was
 * corrected, what an update requires. What is not certain is left out: negated and conditional sentences, and those about
 * other updates, files, settings or texts.
 */
export function extractStatements(
  speaker: Speaker,
  { blocks, links }: Pick<ArticleFacts, 'blocks' | 'links'>,
): readonly Statement[] {
  if (!FixList.mayStand(speaker.title, blocks) && !blocks.some(({ text }) => mayStateAnything(text))) return []
  const cited = citeBlocks(blocks, links)
  const list = new FixList(speaker)
  const statements: Statement[] = []
  for (const [position, block] of cited.entries()) {
    statements.push(...list.read(block))
    if (block.kind !== 'paragraph' && block.kind !== 'row') continue
    if (!mayStateAnything(block.text)) continue
    statements.push(...readBlock(speaker, block, cited.slice(position + 1, position + 1 + MAX_REFERENCES)))
  }
  return withoutRepeats(statements, speaker.number)
}

/** How many references below a sentence are read. */
const MAX_REFERENCES = 50

function mayStateAnything(text: string): boolean {
  return mayStateSupersedence(text) || mayStateFixedIn(text) || mayStateRequirement(text)
}

function readBlock(speaker: Speaker, block: CitedBlock, following: readonly CitedBlock[]): Statement[] {
  const sentences = sentencesOf(block.text)
  return sentences.flatMap((sentence, position) => {
    if (!mayStateAnything(sentence)) return []
    // `... supersedes it. For additional information, click the article number below:` has its reference below as well.
    const next = position === sentences.length - 2 ? (sentences[position + 1] ?? '') : ''
    const isLast = position === sentences.length - 1
    const leadsDown = isLast ? sentence.endsWith(':') : MORE_BELOW.test(next)
    const below = leadsDown ? referencesBelow(following) : []
    const inside = numbersIn(sentence, block)
    const targets = inside.length > 0 ? inside : POINTS_DOWN.test(sentence + next) ? below : []
    const shown = withNumbers(sentence, inside.length > 0 ? [] : targets)
    const at = { sentence: shown, section: block.section, line: block.line }
    return readSentence(speaker, sentence, targets).map((read) => ({ ...at, ...read }))
  })
}

const MORE_BELOW = /^for (?:additional|more) information.*:$/i
/** A sentence without a number of its own has it in the list below only when it says so. */
const POINTS_DOWN = /\b(?:following|below)\b/i

type Read = Pick<Statement, 'kind' | 'target' | 'releaseName' | 'releases' | 'part'>

function readSentence(speaker: Speaker, sentence: string, targets: readonly KbNumber[]): Read[] {
  return [
    ...readSuperseded(speaker, sentence, targets),
    ...readFixed(sentence, targets),
    ...readRequired(sentence, targets),
  ]
}

function readSuperseded({ number, title }: Speaker, sentence: string, targets: readonly KbNumber[]): Read[] {
  const read = mayStateSupersedence(sentence) ? readSupersedence(sentence, title) : undefined
  if (!read) return []
  const others = targets.filter((target) => target !== number)
  const { relation: kind, part } = read
  // Several successors of which none is said to be the last leave it open which of them replaces the update.
  if (kind === 'superseded-by' && others.length !== 1) return [{ kind, releases: [] }]
  return others.map((target) => ({ kind, target, part, releases: [] }))
}

function readFixed(sentence: string, targets: readonly KbNumber[]): Read[] {
  if (!mayStateFixedIn(sentence)) return []
  if (targets.length > 0 && isFixedInArticle(sentence)) {
    return targets.map((target) => ({ kind: 'fixed-in', target, releases: [] }))
  }
  const releaseName = readFixedIn(sentence)
  if (releaseName === undefined || releaseName === '' || isUnnamedRelease(releaseName)) return []
  return [{ kind: 'fixed-in', releaseName, releases: findReleases(releaseName).map(({ slug }) => slug) }]
}

function readRequired(sentence: string, targets: readonly KbNumber[]): Read[] {
  const required = mayStateRequirement(sentence) ? readRequirement(sentence) : undefined
  if (required === undefined) return []
  if (targets.length > 0) {
    return /\b(?:fix|hot ?fix|update|patch|rollup|package|service pack)\b/i.test(required)
      ? targets.map((target) => ({ kind: 'requires', target, releases: [] }))
      : []
  }
  const releases = findReleases(required).map(({ slug }) => slug)
  return releases.length > 0 ? [{ kind: 'requires', releaseName: required, releases }] : []
}

/** The references right below a lead-in. */
function referencesBelow(following: readonly CitedBlock[]): KbNumber[] {
  const end = following.findIndex((block) => block.kind === 'heading' || entriesOf(block).length === 0)
  return following
    .slice(0, end === -1 ? undefined : end)
    .flatMap((block) => entriesOf(block).map(({ number }) => number))
}

/** A sentence that ends in `:` says nothing without what stands below it. */
function withNumbers(sentence: string, numbers: readonly KbNumber[]): string {
  return numbers.length > 0 ? `${sentence} ${numbers.map((number) => `Q${number}`).join(', ')}` : sentence
}

/** An article that says the same twice is quoted once. */
function withoutRepeats(statements: readonly Statement[], self: KbNumber): Statement[] {
  const known = new Set<string>()
  return statements.filter(({ kind, target, releaseName, part }) => {
    const key = `${kind} ${target ?? releaseName ?? ''} ${part ?? ''}`
    if (target === self || known.has(key)) return false
    known.add(key)
    return true
  })
}
