/** On phones, links to the contents and the top of a long page that stay in view. */
export function PageJumps({ hasContents }: { hasContents: boolean }) {
  return (
    <nav
      aria-label="Jump"
      className="fixed bottom-3 right-3 z-10 flex divide-x divide-line rounded-full border border-edge bg-raised text-sm shadow-md shadow-[#0b1f3a]/15 lg:hidden print:hidden"
    >
      {hasContents && (
        <a href="#page-contents" className="px-3.5 py-1.5 text-ink quiet-link">
          Contents
        </a>
      )}
      <a href="#top" className="px-3.5 py-1.5 text-ink quiet-link">
        Top
      </a>
    </nav>
  )
}
