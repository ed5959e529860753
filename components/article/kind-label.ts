import type { ArticleKind } from '@/lib/kb/articles/article-kinds'

export const KIND_LABELS: Readonly<Record<ArticleKind, string>> = {
  'update-rollup': 'Update rollup',
  'service-pack': 'Service pack',
  hotfix: 'Hotfix',
  'security-update': 'Security update',
  problem: 'Problem',
  'how-to': 'How to',
  reference: 'Reference',
  notice: 'Notice',
}
