import { Notice } from '@/components/ui/notice'

/** Says that a text has nothing that the collection knows, which is not a verdict on the server. */
export function NothingFound() {
  return (
    <Notice label="Verdict" tone="plain">
      <p>
        <strong>No match.</strong> We found no update, build, event or error code, and no article with these words.
      </p>
      <p className="text-muted">This doesn’t mean the server is fine. Paste more, or search.</p>
    </Notice>
  )
}
