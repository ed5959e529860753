import type { ArticleLink, TextBlock } from '@/lib/kb/articles/article'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { findReleases, isUnnamedRelease, nameReleases } from '@/lib/kb/releases/release-names'
import { type CitedBlock, citeBlocks, findCitedNumbers, parseEntries } from './cited-blocks'
import { extractFixes, mayListFixes } from './fix-list'
import { isListTitle } from './fix-statement'
import { isFixedInArticle, mayStateFixedIn, parseFixedIn } from './fixed-in-sentence'
import { mayStateRequirement, parseRequirement } from './requirement-sentence'
import { splitSentences } from './sentences'
import { type Relation, type Speaker, type Statement, withoutRepeats } from './statement'
import { mayStateSupersedence, parseSupersedence } from './supersedence-sentence'

/**
 * Extracts what a body states about updates and fixes, each relation once: what replaces what, what an update fixes, where a
 * problem was corrected, what an update requires. Leaves out what is uncertain: negated and conditional sentences, and
 * sentences about other updates, files, settings or texts.
 */
export function extractStatements(
  speaker: Speaker,
  {
    blocks,
    links,
  }: { readonly blocks: readonly TextBlock[]; readonly links: readonly Pick<ArticleLink, 'target' | 'line'>[] },
): readonly Statement[] {
  if (!mayListFixes(speaker.title, blocks) && !blocks.some(({ text }) => mayStateAnything(text))) return []
  const cited = citeBlocks(blocks, links)
  const spoken = cited.flatMap((block, index) => {
    if (block.kind !== 'paragraph' && block.kind !== 'row') return []
    return mayStateAnything(block.text)
      ? parseBlock(speaker, block, cited.slice(index + 1, index + 1 + MAX_REFERENCES))
      : []
  })
  return withoutRepeats([...extractFixes(speaker, cited), ...spoken])
}

/** At most this many references below a sentence are read. */
const MAX_REFERENCES = 50

function mayStateAnything(text: string): boolean {
  return mayStateSupersedence(text) || mayStateFixedIn(text) || mayStateRequirement(text)
}

function parseBlock(speaker: Speaker, block: CitedBlock, following: readonly CitedBlock[]): Statement[] {
  const sentences = splitSentences(block.text)
  return sentences.flatMap((sentence, index) => {
    if (!mayStateAnything(sentence)) return []
    // In `... supersedes it. For additional information, click the article number below:` the reference is below, too.
    const next = index === sentences.length - 2 ? (sentences[index + 1] ?? '') : ''
    const isLast = index === sentences.length - 1
    const leadsDown = isLast ? sentence.endsWith(':') : MORE_BELOW.test(next)
    const inside = findCitedNumbers(sentence, block)
    const below = leadsDown && POINTS_DOWN.test(sentence + next) ? referencesBelow(following) : []
    const targets = inside.length > 0 ? inside : below
    return parseSentence(speaker, sentence, targets).map((relation) => ({
      ...relation,
      isPartial: relation.part !== undefined,
      statedBy: speaker.number,
      origin: 'text',
      line: (speaker.bodyLine ?? 1) + block.line - 1,
      sentence: inside.length > 0 ? sentence : withNumbers(sentence, targets),
      section: block.section,
    }))
  })
}

const MORE_BELOW = /^for (?:additional|more) information.*:$/i
/** Use the list below only if the sentence announces it. */
const POINTS_DOWN = /\b(?:following|below)\b/i

function parseSentence(speaker: Speaker, sentence: string, targets: readonly KbNumber[]): Relation[] {
  return [
    ...parseReplacements(speaker, sentence, targets),
    ...parseFixes(speaker.number, sentence, targets),
    ...parseRequirements(speaker.number, sentence, targets),
  ].filter(({ subject, object }) => subject !== object)
}

function parseReplacements({ number, title }: Speaker, sentence: string, targets: readonly KbNumber[]): Relation[] {
  const parsed = mayStateSupersedence(sentence) ? parseSupersedence(sentence, title) : undefined
  if (!parsed) return []
  const others = targets.filter((target) => target !== number)
  if (parsed.own === 'subject') {
    return others.map((object) => ({ kind: 'replaces', subject: number, object, part: parsed.part }))
  }
  // A sentence with several successors does not say which of them replaces the update.
  return [{ kind: 'replaces', subject: others.length === 1 ? others[0] : undefined, object: number }]
}

function parseFixes(number: KbNumber, sentence: string, targets: readonly KbNumber[]): Relation[] {
  if (!mayStateFixedIn(sentence)) return []
  if (targets.length > 0 && isFixedInArticle(sentence)) {
    return targets.map((subject) => ({ kind: 'fixes', subject, object: number }))
  }
  const name = parseFixedIn(sentence)
  if (name === undefined || name === '' || isUnnamedRelease(name)) return []
  return nameReleases(name).map((release) => ({ kind: 'fixes', release, object: number }))
}

function parseRequirements(number: KbNumber, sentence: string, targets: readonly KbNumber[]): Relation[] {
  const required = mayStateRequirement(sentence) ? parseRequirement(sentence) : undefined
  if (required === undefined) return []
  if (targets.length > 0) {
    return /\b(?:fix|hot ?fix|update|patch|rollup|package|service pack)\b/i.test(required)
      ? targets.map((object) => ({ kind: 'requires', subject: number, object }))
      : []
  }
  return findReleases(required).map(({ slug }) => ({
    kind: 'requires',
    subject: number,
    release: { name: required, slug },
  }))
}

/** The updates right below a lead-in, without articles on how to obtain one. */
function referencesBelow(following: readonly CitedBlock[]): KbNumber[] {
  const end = following.findIndex((block) => block.kind === 'heading' || parseEntries(block).length === 0)
  return following
    .slice(0, end === -1 ? undefined : end)
    .flatMap(parseEntries)
    .filter(({ text }) => !isListTitle(text))
    .map(({ number }) => number)
}

/** A sentence that ends in `:` is quoted with the numbers below it. */
function withNumbers(sentence: string, numbers: readonly KbNumber[]): string {
  return numbers.length > 0 ? `${sentence} ${numbers.map((number) => `Q${number}`).join(', ')}` : sentence
}
