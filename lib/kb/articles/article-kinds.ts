// Apart from the schema of front matter, whose library no reader's browser needs.

export const ARTICLE_KINDS = [
  'update-rollup',
  'service-pack',
  'hotfix',
  'security-update',
  'problem',
  'how-to',
  'reference',
  'notice',
] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

/** Whose words an article has: those of its source, or other words about what other documents say of it. */
export const PROVENANCES = ['original', 'reconstructed'] as const
export type Provenance = (typeof PROVENANCES)[number]

const INSTALLABLE_KINDS: readonly (ArticleKind | undefined)[] = [
  'update-rollup',
  'service-pack',
  'hotfix',
  'security-update',
]

/** Articles of these kinds describe something that can be installed. */
export function isInstallable(kind: ArticleKind | undefined): boolean {
  return INSTALLABLE_KINDS.includes(kind)
}
