import type { ArticleFacts } from '@/lib/kb/articles/article'
import type { Problem } from '@/lib/kb/articles/errors'
import type { IndexedPicture } from '@/lib/kb/articles/picture'
import type { TabledRelease } from '@/lib/kb/releases/build-table'
import type { ArticleSignatures } from '@/lib/kb/signatures/extract-signatures'
import type { Statement } from '@/lib/kb/statements/statement'
import type { UpdateNote } from '@/lib/kb/updates/update-notes'

/** What the index keeps of an article besides its text: the facts of its body, what it states, its signatures. */
export interface IndexedFacts extends Omit<ArticleFacts, 'blocks' | 'plainText'> {
  readonly statements: readonly Statement[]
  readonly signatures: ArticleSignatures
  readonly updateNotes: readonly UpdateNote[]
  readonly tabledReleases: readonly TabledRelease[]
}

/** The pictures of an article, and what is wrong with those that cannot be shown. */
export interface FoundPictures {
  readonly pictures: readonly IndexedPicture[]
  readonly problems: readonly Problem[]
}
