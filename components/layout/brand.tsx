import type { Site } from '@/lib/kb/site'

/** The name of the site with its logo, as a link to the home page. */
export function Brand({ site: { name, logoUrl } }: { site: Site }) {
  return (
    <a href="/" className="flex min-h-9 flex-none items-center gap-2.5 font-[650] tracking-tight text-ink no-underline">
      {logoUrl === undefined ? (
        <svg viewBox="0 0 32 32" className="size-[22px]" aria-hidden="true">
          <rect width="32" height="32" rx="9" className="fill-accent-fill" />
          <path d="M8.5 11.5h15M8.5 20.5h15" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
        </svg>
      ) : (
        // biome-ignore lint/performance/noImgElement: it comes from the content folder, as it is.
        <img src={logoUrl} alt="" width={22} height={22} className="size-[22px] object-contain" />
      )}
      {name}
    </a>
  )
}
