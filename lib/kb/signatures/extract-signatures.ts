import type { TextBlock } from '@/lib/kb/articles/article'
import { findSignatures } from './find-signatures'
import type { FoundSignature, Signature } from './signature'
import { versionSignature } from './signature-versions'

/** A signature of an article, with the words around its first mention in the body. */
export interface SignatureMention extends Pick<Signature, 'id' | 'kind' | 'label' | 'broader'> {
  readonly context: string
}

/** A version of a file that an article names, with the words around it. */
export interface FileVersion {
  /** In small letters. */
  readonly fileName: string
  /** Without leading zeros. */
  readonly version: string
  readonly context: string
}

/** What `extractSignatures` gives. */
export interface ArticleSignatures {
  readonly mentions: readonly SignatureMention[]
  readonly fileVersions: readonly FileVersion[]
}

export const MAX_CONTEXT = 200
/** The longest lists of error codes have some 2,000. */
const MAX_MENTIONS = 3000

/**
 * Gives the signatures of an article, each once, and the versions of files that it names. The build of its front matter is one.
 *
 * `extractSignatures(article: { title: string; build?: string }, blocks: readonly TextBlock[]): ArticleSignatures`
 */
export function extractSignatures(
  { title, build }: { readonly title: string; readonly build?: string },
  blocks: readonly TextBlock[],
): ArticleSignatures {
  const text = [title, ...blocks.map((block) => block.text)].join('\n\n')
  const found = findSignatures(text)
  const mentions = new Map<string, FoundSignature>()
  const versions = new Map<string, FoundSignature>()
  for (const signature of found) {
    const known = mentions.get(signature.id)
    // The title stands beside the mention anyway; a sentence says more.
    const isBetter = !known || (known.start < title.length && signature.start > title.length)
    if (isBetter && (known || mentions.size < MAX_MENTIONS)) mentions.set(signature.id, signature)
    if (signature.version !== undefined && versions.size < MAX_MENTIONS) {
      const key = `${signature.id} ${signature.version}`
      if (!versions.has(key)) versions.set(key, signature)
    }
  }
  const own = build === undefined ? undefined : versionSignature(build)
  return {
    mentions: [
      ...Array.from(mentions.values(), ({ id, kind, label, broader, start, end }) => {
        return { id, kind, label, broader, context: contextOf(text, start, end) }
      }),
      ...(own && !mentions.has(own.id) ? [{ ...own, context: `Build ${build}` }] : []),
    ],
    fileVersions: Array.from(versions.values(), ({ id, version = '', start, end }) => ({
      fileName: id,
      version,
      context: contextOf(text, start, end),
    })),
  }
}

/** A line shorter than this says too little without its neighbours, as `Event ID: 1023` does. */
const MIN_LINE = 30
/** `Dr. Watson` and `ID no. c1030b4b` do not end a sentence. */
const SENTENCES_BEFORE = /^.*(?<!\b(?:dr|mr|mrs|no|vs|ver|e\.g|i\.e))[.!?]\s+(?=\S)/is
const REST_OF_SENTENCE = /^.*?(?<!\b(?:dr|mr|mrs|no|vs|ver|e\.g|i\.e))[.!?](?=\s|$)/is

/** The sentence, the line of code or the entry around a place, at most about `MAX_CONTEXT` characters, cut between words. */
export function contextOf(text: string, start: number, end: number): string {
  const room = Math.max(40, MAX_CONTEXT - (end - start))
  const before = text.slice(Math.max(0, start - room), start)
  const after = text.slice(end, end + room)
  const line = lastPiece(before, '\n').length + (end - start) + firstPiece(after, '\n').length
  const border = line < MIN_LINE ? '\n\n' : '\n'
  const head = lastSentence(lastPiece(before, border), start > room && !before.includes(border))
  const tail = firstSentence(firstPiece(after, border), end + room < text.length && !after.includes(border))
  const context = `${head}${text.slice(start, end)}${tail}`.replace(/\s+/g, ' ').trim()
  return context.length <= MAX_CONTEXT + 2 ? context : shorten(context, head.trimStart().length, end - start)
}

function lastPiece(text: string, border: string): string {
  const index = text.lastIndexOf(border)
  return index === -1 ? text : text.slice(index + border.length)
}

function firstPiece(text: string, border: string): string {
  const index = text.indexOf(border)
  return index === -1 ? text : text.slice(0, index)
}

function lastSentence(text: string, isCut: boolean): string {
  const sentence = SENTENCES_BEFORE.exec(text)
  if (sentence) return text.slice(sentence[0].length)
  return isCut ? `… ${text.replace(/^\S*\s/, '')}` : text
}

function firstSentence(text: string, isCut: boolean): string {
  const sentence = REST_OF_SENTENCE.exec(text)
  if (sentence) return sentence[0]
  return isCut ? `${text.replace(/\s\S*$/, '')} …` : text
}

function shorten(context: string, position: number, length: number): string {
  const middle = position - Math.floor((MAX_CONTEXT - length) / 2)
  const from = Math.max(0, Math.min(middle, context.length - MAX_CONTEXT))
  const part = context.slice(from, from + MAX_CONTEXT)
  const head = from > 0 ? `… ${part.replace(/^\S*\s/, '')}` : part
  return from + MAX_CONTEXT < context.length ? `${head.replace(/\s\S*$/, '')} …` : head
}
