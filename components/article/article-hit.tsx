import type { ReactNode } from 'react'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl, resultId } from '@/lib/urls'
import { NumberTag } from './number-tag'

interface Props {
  readonly number: KbNumber
  /** The URL of the article, which may say what led to it. */
  readonly url?: string
  readonly title: ReactNode
  /** The level of the title on the page. */
  readonly heading: 'h2' | 'h3'
  /** Shown beside the number: state, products, kind. */
  readonly facts: ReactNode
  /** Shown below the title: an excerpt or the reasons for the match. */
  readonly children?: ReactNode
}

/** An article that was found, with room for why. */
export function ArticleHit({ number, url = articleUrl(number), title, heading: Heading, facts, children }: Props) {
  return (
    <li id={resultId(number)} className="border-b border-line py-4">
      <p className="mb-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-muted">
        <NumberTag number={number} />
        {facts}
      </p>
      <Heading className="text-lg font-semibold leading-snug">
        <a href={url} className="quiet-link">
          {title}
        </a>
      </Heading>
      {children}
    </li>
  )
}
