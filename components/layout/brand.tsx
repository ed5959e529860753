/** The name of the site, with a link to the home page. */
export function Brand() {
  return (
    <a href="/" className="flex min-h-9 flex-none items-center gap-2.5 font-[650] tracking-tight text-ink no-underline">
      <svg viewBox="0 0 32 32" className="size-[22px]" aria-hidden="true">
        <rect width="32" height="32" rx="9" className="fill-accent-fill" />
        <path d="M8.5 11.5h15M8.5 20.5h15" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
      </svg>
      KB Viewer
    </a>
  )
}
