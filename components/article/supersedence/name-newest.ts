import type { ArticleSummary } from '@/lib/kb/articles/article'
import { isInstallable } from '@/lib/kb/articles/article-kinds'

/** What the newest article is for who has a replaced one: an update is installed instead, any other text is read. */
export function nameNewest(kind: ArticleSummary['kind']): 'Install instead' | 'Read instead' {
  return isInstallable(kind) ? 'Install instead' : 'Read instead'
}
