/** The first stop of the Tab key, past the header. */
export function SkipLink() {
  return (
    <a
      href="#main"
      className="fixed left-3 top-3 z-30 -translate-y-24 rounded-lg bg-accent-fill px-4 py-2 text-white no-underline focus:translate-y-0 print:hidden"
    >
      Skip to content
    </a>
  )
}
