import { PreviewCard } from '@/components/article/preview/preview-card'
import type { ArticlePreview } from '@/lib/kb/articles/article-preview'
import { fetchPreview } from './fetch-preview'
import { keepBeside } from './link-preview-place'
import { articleNumberOf, watchArticleLinks } from './link-preview-watch'
import { elementOf } from './to-element'

const ID = 'link-preview'

/** Shows what the article is that the link leads to on which the reader rests; one preview for the whole page. */
export function previewLinks(): void {
  let asked: HTMLAnchorElement | undefined
  let card: HTMLElement | undefined
  let hide = () => {}

  watchArticleLinks({ onChange: change, isPreview: (node) => card?.contains(node) ?? false })

  async function change(link: HTMLAnchorElement | undefined) {
    asked = link
    const number = link && articleNumberOf(link)
    const preview = number && (await fetchPreview(number))
    // Meanwhile the reader may have moved on.
    if (asked !== link) return
    hide()
    if (link && preview) show(link, preview)
  }

  function show(link: HTMLAnchorElement, preview: ArticlePreview) {
    // The tooltip of the link itself. The browser would show it over the preview, which has the same words.
    const note = link.title
    const shown = buildCard(preview, note)
    document.body.append(shown)
    const stopPlacing = keepBeside(link, shown)
    link.setAttribute('aria-describedby', ID)
    link.removeAttribute('title')
    card = shown
    hide = () => {
      stopPlacing()
      shown.remove()
      link.removeAttribute('aria-describedby')
      if (note) link.title = note
      card = undefined
      hide = () => {}
    }
  }
}

function buildCard(preview: ArticlePreview, note: string): HTMLElement {
  return elementOf(
    <div
      id={ID}
      role="tooltip"
      popover="manual"
      className="fixed inset-auto m-0 w-88 max-w-[calc(100vw-1rem)] overflow-hidden rounded-xl border border-line bg-raised p-4 text-sm text-ink shadow-lg shadow-[#0b1f3a]/15 print:hidden"
    >
      <PreviewCard preview={preview} note={note} />
    </div>,
  )
}
