/** Between the link and its preview. */
const GAP = 6
/** Between the preview and the edge of the window. */
const MARGIN = 8

interface Size {
  readonly width: number
  readonly height: number
}

interface Places {
  /** The box around all lines of the link. */
  readonly link: { readonly left: number; readonly top: number; readonly bottom: number }
  readonly card: Size
  readonly viewport: Size
}

/**
 * Places a preview below its link, or above if there is more room, and never over it. A preview that fits on neither side is
 * cut to the larger one.
 */
export function placePreview({ link, card, viewport }: Places): { left: number; top: number; maxHeight: number } {
  const below = viewport.height - MARGIN - (link.bottom + GAP)
  const above = link.top - GAP - MARGIN
  const isBelow = card.height <= below || below >= above
  const maxHeight = Math.max(0, Math.floor(isBelow ? below : above))
  const height = Math.min(card.height, maxHeight)
  return {
    left: Math.max(MARGIN, Math.min(link.left, viewport.width - MARGIN - card.width)),
    top: isBelow ? link.bottom + GAP : link.top - GAP - height,
    maxHeight,
  }
}

/** Keeps the card beside the link until the returned function is called. */
export function keepBeside(link: HTMLAnchorElement, card: HTMLElement): () => void {
  card.showPopover()
  const place = () => {
    card.style.maxHeight = ''
    const { left, top, maxHeight } = placePreview({
      link: link.getBoundingClientRect(),
      card: card.getBoundingClientRect(),
      viewport: { width: document.documentElement.clientWidth, height: innerHeight },
    })
    Object.assign(card.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` })
  }
  place()
  // Captured, since a part of the page may scroll, such as the rail.
  addEventListener('scroll', place, { capture: true, passive: true })
  addEventListener('resize', place)
  return () => {
    removeEventListener('scroll', place, { capture: true })
    removeEventListener('resize', place)
  }
}
