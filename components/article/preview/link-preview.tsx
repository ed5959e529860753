'use client' // Hovering or focusing a link to an article shows what the article is.

import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import type { ArticlePreview } from '@/lib/kb/articles/article-preview'
import { fetchPreview } from './fetch-preview'
import { keepBeside } from './link-preview-place'
import { articleNumberOf, watchArticleLinks } from './link-preview-watch'
import { PreviewCard } from './preview-card'

interface Shown {
  readonly link: HTMLAnchorElement
  readonly preview: ArticlePreview
  /** The tooltip of the link itself. */
  readonly note: string
}

/** The preview of the link that the reader rests on; one for the whole page. */
export function LinkPreview() {
  const id = useId()
  const card = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState<Shown>()

  useEffect(() => {
    let asked: HTMLAnchorElement | undefined
    async function show(link: HTMLAnchorElement | undefined) {
      asked = link
      const number = link && articleNumberOf(link)
      const preview = number && (await fetchPreview(number))
      // Meanwhile the reader may have moved on.
      if (asked === link) setShown(link && preview ? { link, preview, note: link.title } : undefined)
    }
    return watchArticleLinks({ onChange: show, isPreview: (node) => card.current?.contains(node) ?? false })
  }, [])

  useLayoutEffect(() => {
    if (!shown || !card.current) return
    const { link } = shown
    const stopPlacing = keepBeside(link, card.current)
    link.setAttribute('aria-describedby', id)
    // The browser would show the tooltip over the preview, which has the same words.
    link.removeAttribute('title')
    return () => {
      stopPlacing()
      link.removeAttribute('aria-describedby')
      if (shown.note) link.title = shown.note
    }
  }, [shown, id])

  if (!shown) return null
  return (
    <div
      ref={card}
      id={id}
      role="tooltip"
      popover="manual"
      className="fixed inset-auto m-0 w-88 max-w-[calc(100vw-1rem)] overflow-hidden rounded-xl border border-line bg-raised p-4 text-sm text-ink shadow-lg shadow-[#0b1f3a]/15 print:hidden"
    >
      <PreviewCard preview={shown.preview} note={shown.note} />
    </div>
  )
}
