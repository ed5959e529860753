import type { ArticleState } from '@/lib/kb/articles/article'

export const STATE_WORDS: Readonly<Record<ArticleState, string>> = {
  superseded: 'Superseded',
  'superseded-by-unknown': 'Superseded',
  'partly-superseded': 'Partly superseded',
  withdrawn: 'Withdrawn',
  latest: 'Latest',
  'last-of-line': 'Last in its series',
  'no-replacement-known': 'No replacement known',
}
