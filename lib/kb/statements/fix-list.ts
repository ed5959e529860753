import type { TextBlock } from '@/lib/kb/articles/article'
import { findListedReleases } from '@/lib/kb/releases/release-names'
import { type CitedBlock, parseEntries } from './cited-blocks'
import {
  continuesFixList,
  dividesFixList,
  isBesideFixList,
  isFixHeading,
  isFixLead,
  isFixListOpening,
  isFixListTitle,
  isListTitle,
  mayStateFixes,
} from './fix-statement'
import { splitSentences } from './sentences'
import type { Speaker, Statement } from './statement'

/** What makes the entries at some place of a body fixes: words of the article, of the section, or of the lead-in above. */
interface Scope {
  readonly article?: string
  readonly section?: string
  /** It counts only for the entries right below it. */
  readonly lead?: string
  /** The lead-in announces entries that are not fixes. */
  readonly isOther?: boolean
}

/** Tells whether an article may have a list of fixes: a quick check that is never wrong when it says no. */
export function mayListFixes(title: string, blocks: readonly TextBlock[]): boolean {
  if (isFixListTitle(title)) return true
  return blocks.some(
    ({ kind, text }, index) =>
      (kind === 'heading' || index < OPENING_BLOCKS || text.endsWith(':')) && mayStateFixes(text),
  )
}

/** Extracts the fixes that an article lists, each once: for its own update, and for the release that the list is about. */
export function extractFixes(speaker: Speaker, blocks: readonly CitedBlock[]): Statement[] {
  const listed = new Set([speaker.number])
  const statements: Statement[] = []
  let scope: Scope = isFixListTitle(speaker.title) ? { article: speaker.title } : {}
  for (const [index, block] of blocks.entries()) {
    const entries = block.kind === 'paragraph' || block.kind === 'row' ? parseEntries(block) : []
    const authority = authorityOf(scope, block)
    if (entries.length === 0) scope = nextScope(scope, block, index < OPENING_BLOCKS)
    else if (authority === undefined) continue
    for (const { number, text } of entries) {
      if (listed.has(number) || isListTitle(text)) continue
      listed.add(number)
      const fix = {
        kind: 'fixes' as const,
        object: number,
        isPartial: false,
        statedBy: speaker.number,
        origin: 'text' as const,
        line: (speaker.bodyLine ?? 1) + block.line - 1,
        sentence: `${authority}${authority?.endsWith(':') ? '' : ':'} ${text}`,
        section: block.section,
      }
      statements.push({ ...fix, subject: speaker.number })
      for (const { slug } of listReleases(scope, speaker.title, block)) {
        statements.push({ ...fix, release: { name: speaker.title, slug } })
      }
    }
  }
  return statements
}

function authorityOf(scope: Scope, { section }: CitedBlock): string | undefined {
  if (scope.isOther) return undefined
  return scope.lead ?? scope.section ?? (isBesideFixList(section) ? undefined : scope.article)
}

/** The scope below a block without entries. */
function nextScope({ article, section }: Scope, { kind, text }: CitedBlock, isOpening: boolean): Scope {
  if (kind === 'heading') {
    if (dividesFixList(text)) return { article, section }
    return { article, section: isFixHeading(text) ? text : undefined }
  }
  const endsInColon = text.endsWith(':')
  const mayOpen = isOpening && article === undefined
  if (!endsInColon && !(mayOpen && mayStateFixes(text))) return { article, section }
  const sentences = splitSentences(text)
  const opening = mayOpen ? sentences.find(isFixListOpening) : undefined
  const known = { article: article ?? opening, section }
  const last = sentences.at(-1)
  if (!endsInColon || last === undefined) return known
  const isLead = isFixLead(last) || (known.article !== undefined && continuesFixList(last)) || opening === last
  return isLead ? { ...known, lead: last } : { ...known, isOther: true }
}

/** A list names its release in the heading above it or in the title of the article. */
function listReleases(scope: Scope, title: string, { section }: CitedBlock) {
  const above = scope.section ?? ''
  if (scope.article === undefined && above === '') return []
  if (LEAVES_RELEASE_OPEN.test(above) || LEAVES_RELEASE_OPEN.test(title)) return []
  const releases = findListedReleases(above, section)
  return releases.length > 0 ? releases : findListedReleases(title, section)
}

/** A hotfix is not in a release yet, and `Exchange Server Service Packs` are several. */
const LEAVES_RELEASE_OPEN = /\bpost[- ]|hot ?fix|\bbundle\b|\bupdate\b|\bSRP\b|\bavailable$|\bservice packs$/i

/** Only the first blocks of an article can make all of it a list. */
const OPENING_BLOCKS = 6
