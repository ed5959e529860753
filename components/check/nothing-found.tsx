import { Notice } from '@/components/ui/notice'

/** What is said of a text in which nothing is known. It is no verdict on the server. */
export function NothingFound() {
  return (
    <Notice label="Verdict" tone="plain">
      <p>
        <strong>Nothing in this text is known here.</strong> It names no update, build, event or error code that was
        recognised, and none of its words lead to an article.
      </p>
      <p className="text-muted">That says nothing about the server. Paste more of it, or search for its words above.</p>
    </Notice>
  )
}
