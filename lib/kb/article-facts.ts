import type { ArticleFacts } from '@/lib/kb/articles/article'
import type { Problem } from '@/lib/kb/articles/errors'
import type { IndexedPicture } from '@/lib/kb/articles/picture'
import type { ArticleSignatures } from '@/lib/kb/signatures/extract-signatures'
import type { Statement } from '@/lib/kb/statements/statement'

/** What the index keeps of an article: the facts of its body, its statements about updates and fixes, its signatures. */
export interface IndexedFacts extends ArticleFacts {
  readonly statements: readonly Statement[]
  readonly signatures: ArticleSignatures
}

/** The pictures of an article, and what is wrong with those that cannot be shown. */
export interface FoundPictures {
  readonly pictures: readonly IndexedPicture[]
  readonly problems: readonly Problem[]
}
