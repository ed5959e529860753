/** The last line on paper: the article's URL, to which browser/print-date.tsx adds the date of printing. */
export function PrintFooter({ url }: { url: string }) {
  return (
    <p data-print-date className="mt-6 hidden border-t border-line pt-2 text-sm print:block">
      {url}
    </p>
  )
}
