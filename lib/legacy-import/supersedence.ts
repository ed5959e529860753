import type { Root } from 'mdast'
import type { FrontMatter } from '@/lib/kb/front-matter'
import type { KbNumber } from '@/lib/kb/kb-number'

/** What an article says about its own replacement. */
export type Supersedence = Pick<FrontMatter, 'supersedes' | 'supersededBy' | 'supersedenceEvidence'>

export function extractSupersedence(_tree: Root, _number: KbNumber | undefined): Supersedence {
  return {}
}
