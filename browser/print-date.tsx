import { DateText } from '@/components/article/date-text'
import { nodesOf } from './to-element'

/** Puts the date of printing on paper, after the URL of the article. */
export function datePrints(): void {
  const footer = document.querySelector<HTMLElement>('[data-print-date]')
  const url = footer?.textContent
  addEventListener('beforeprint', () => {
    footer?.replaceChildren(
      ...nodesOf(
        <>
          {url} · <DateText date={new Date().toISOString().slice(0, 10)} />
        </>,
      ),
    )
  })
}
