import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleOfUrl } from '@/lib/urls'

/** How long the pointer or the focus rests before a preview shows, in milliseconds. */
const OPEN_DELAY = 350
/** Leaves time to move the pointer from the link into the preview. */
const CLOSE_DELAY = 250

interface Watch {
  /** Called with the link whose preview should show, or `undefined` to hide it. */
  readonly onChange: (link: HTMLAnchorElement | undefined) => void
  /** Tells whether a node is part of the preview, where the pointer may rest. */
  readonly isPreview: (node: Node) => boolean
}

/**
 * Watches which link to an article the mouse, the pen or the keyboard focus rests on; touch does not count. Escape hides the
 * preview until the reader has left the link. Gives the function that stops watching.
 */
export function watchArticleLinks({ onChange, isPreview }: Watch): () => void {
  let open: HTMLAnchorElement | undefined
  let rested: HTMLAnchorElement | undefined
  let dismissed: HTMLAnchorElement | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function change(link: HTMLAnchorElement | undefined) {
    clearTimeout(timer)
    if (link === open) return
    open = link
    onChange(link)
  }
  function rest(link: HTMLAnchorElement | undefined) {
    clearTimeout(timer)
    rested = link
    if (link !== dismissed) dismissed = undefined
    if (link !== open && (link === undefined || link !== dismissed)) {
      timer = setTimeout(() => change(link), link ? OPEN_DELAY : CLOSE_DELAY)
    }
  }
  function point({ target, pointerType }: PointerEvent) {
    if (pointerType === 'touch') return
    if (target instanceof Node && isPreview(target)) clearTimeout(timer)
    else rest(articleLinkAt(target) ?? focusedLink())
  }
  const leave = () => rest(undefined)
  const close = () => change(undefined)
  function dismiss({ key }: KeyboardEvent) {
    if (key !== 'Escape') return
    dismissed = rested
    close()
  }

  const stop = new AbortController()
  const listen = { signal: stop.signal, passive: true }
  document.addEventListener('pointerover', point, listen)
  document.documentElement.addEventListener('pointerleave', leave, listen)
  document.addEventListener('focusin', () => rest(focusedLink()), listen)
  document.addEventListener('focusout', leave, listen)
  document.addEventListener('keydown', dismiss, listen)
  document.addEventListener('click', close, listen)
  // The browser may show this page again on the way back, which must not bring the preview back.
  addEventListener('pagehide', close, listen)
  return () => {
    clearTimeout(timer)
    stop.abort()
  }
}

/** Gives the number of the article that a link leads to, or `undefined` if it leads elsewhere or to its own page. */
export function articleNumberOf({ origin, pathname }: HTMLAnchorElement): KbNumber | undefined {
  return origin === location.origin && pathname !== location.pathname ? articleOfUrl(pathname) : undefined
}

function articleLinkAt(target: EventTarget | null): HTMLAnchorElement | undefined {
  const link = target instanceof Element ? target.closest('main a[href]') : null
  return link instanceof HTMLAnchorElement && articleNumberOf(link) ? link : undefined
}

/** A click focuses the link as well, but then the browser is already opening the article. */
function focusedLink(): HTMLAnchorElement | undefined {
  const link = articleLinkAt(document.activeElement)
  return link?.matches(':focus-visible') ? link : undefined
}
