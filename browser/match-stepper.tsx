import { nodesOf } from './to-element'

const BUTTON = 'min-h-8 rounded-md px-2 text-accent hover:bg-wash'

/** Adds the buttons to the previous and the next match of the search that led to the article. */
export function stepThroughMatches(): void {
  const bar = document.querySelector<HTMLElement>('[data-match-count]')
  if (bar) addButtons(bar, Number(bar.dataset.matchCount))
}

function addButtons(bar: HTMLElement, count: number): void {
  let current = 0
  bar.append(
    ...nodesOf(
      <>
        <button type="button" className={BUTTON}>
          Previous<span className="sr-only"> match</span>
        </button>
        <button type="button" className={BUTTON}>
          Next<span className="sr-only"> match</span>
        </button>
        <span role="status" className="tabular-nums text-muted" />
      </>,
    ),
  )
  const [previous, next, status] = bar.children
  previous?.addEventListener('click', () => goTo(current === 0 ? count : current - 1))
  next?.addEventListener('click', () => goTo(current + 1))

  function goTo(place: number) {
    // Past either end, the other end comes next.
    current = ((place - 1 + count) % count) + 1
    for (const mark of document.querySelectorAll('mark[data-current]')) mark.removeAttribute('data-current')
    const mark = document.getElementById(`match-${current}`)
    mark?.setAttribute('data-current', '')
    mark?.scrollIntoView({ block: 'center' })
    if (status) status.textContent = `${current} of ${count}`
  }
}
