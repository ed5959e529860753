import type { ReactNode } from 'react'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl } from '@/lib/urls'
import { NumberTag } from './number-tag'

interface Props {
  readonly number: KbNumber
  readonly title: ReactNode
  readonly isMissing?: boolean
  /** Shown below the title. */
  readonly children?: ReactNode
  /** Shown at the end of the row, such as the state. */
  readonly aside?: ReactNode
}

/** An article in a list of one-line entries. */
export function ArticleRow({ number, title, isMissing = false, children, aside }: Props) {
  return (
    <li className="article-row border-b border-line py-2.5">
      <NumberTag number={number} />
      <span>
        <a href={articleUrl(number)} className="quiet-link">
          {title}
        </a>
        {isMissing && <span className="text-muted"> (not in this collection)</span>}
        {children}
      </span>
      {aside}
    </li>
  )
}
