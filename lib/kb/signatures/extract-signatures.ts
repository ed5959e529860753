import type { TextBlock } from '@/lib/kb/articles/article'
import { excerptAround } from '@/lib/kb/articles/excerpt'
import { findSignatures } from './find-signatures'
import type { FoundSignature, Signature } from './signature'
import { versionSignature } from './signature-versions'

/** A signature in an article, with the words around its first mention in the body. */
export interface SignatureMention extends Pick<Signature, 'id' | 'kind' | 'label' | 'broader'> {
  readonly context: string
}

/** A file version in an article, with the words around it. */
export interface FileVersion {
  /** In lower case. */
  readonly fileName: string
  /** Without leading zeros. */
  readonly version: string
  readonly context: string
}

export interface ArticleSignatures {
  readonly mentions: readonly SignatureMention[]
  readonly fileVersions: readonly FileVersion[]
}

/** At most this many signatures are kept; the longest lists of error codes have some 2,000. */
const MAX_MENTIONS = 3000

/** Extracts the signatures of an article, each once, and its file versions. The build in the front matter is one of them. */
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
    // Prefer a sentence to the title, which is shown next to it anyway.
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
        return { id, kind, label, broader, context: excerptAround(text, start, end) }
      }),
      ...(own && !mentions.has(own.id) ? [{ ...own, context: `Build ${build}` }] : []),
    ],
    fileVersions: Array.from(versions.values(), ({ id, version = '', start, end }) => ({
      fileName: id,
      version,
      context: excerptAround(text, start, end),
    })),
  }
}
