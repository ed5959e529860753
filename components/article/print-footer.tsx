import { DateText } from './date-text'

/** The last line on paper: the article's URL and the date of printing. */
export function PrintFooter({ url, date }: { url: string; date: string }) {
  return (
    <p className="mt-6 hidden border-t border-line pt-2 text-sm print:block">
      {url} · <DateText date={date} />
    </p>
  )
}
