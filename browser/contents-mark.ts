/** The height of the site header in pixels, which covers what scrolls below it. */
const HEADER_HEIGHT = 90

/** Marks the section that is read in each list of contents, and opens the parts around it where only those are shown. */
export function markContents(): void {
  const lists = [...document.querySelectorAll<HTMLElement>('[data-contents]')]
  const [first] = lists
  if (first === undefined) return
  const ids = linksOf(first).map(idOf)
  let marked: string | undefined
  let isScheduled = false
  const update = () => {
    isScheduled = false
    const current = findCurrent(ids)
    if (current !== undefined && current !== marked) for (const list of lists) mark(list, current)
    marked = current
  }
  const schedule = () => {
    if (!isScheduled) requestAnimationFrame(update)
    isScheduled = true
  }
  schedule()
  addEventListener('scroll', schedule, { passive: true })
  addEventListener('resize', schedule, { passive: true })
}

function mark(list: HTMLElement, current: string): void {
  let link: HTMLAnchorElement | undefined
  for (const one of linksOf(list)) {
    one.removeAttribute('aria-current')
    if (idOf(one) === current) link = one
  }
  link?.setAttribute('aria-current', 'location')
  for (const parts of list.querySelectorAll<HTMLElement>('[data-parts]')) {
    const isAround = link !== undefined && parts.parentElement?.contains(link)
    parts.classList.toggle('hidden', !isAround)
  }
}

function linksOf(list: HTMLElement): HTMLAnchorElement[] {
  return [...list.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
}

function idOf(link: HTMLAnchorElement): string {
  return link.getAttribute('href')?.slice(1) ?? ''
}

/** Finds the last heading above a line, which moves down toward the end of the page so that short last sections count. */
function findCurrent(ids: readonly string[]): string | undefined {
  const { scrollHeight } = document.documentElement
  const range = scrollHeight - innerHeight
  const readingLine = HEADER_HEIGHT + 30 + (range > 0 ? scrollY / range : 0) ** 4 * (innerHeight - HEADER_HEIGHT)
  const topOf = (id: string) => document.getElementById(id)?.getBoundingClientRect().top ?? Infinity
  return ids.findLast((id) => topOf(id) <= readingLine) ?? ids[0]
}
