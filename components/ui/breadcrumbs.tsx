export interface Crumb {
  readonly name: string
  readonly url: string
}

/** The way from the largest room to this page, above its title. `here` is the page itself. */
export function Breadcrumbs({ crumbs, here }: { crumbs: readonly Crumb[]; here?: string }) {
  return (
    <nav aria-label="Breadcrumbs" className="mb-2 text-sm print:hidden">
      <ol className="m-0 flex list-none flex-wrap p-0 [&>li+li]:before:px-2 [&>li+li]:before:text-muted [&>li+li]:before:content-['›'/'']">
        {crumbs.map(({ name, url }) => (
          <li key={url} className="min-w-0">
            <a href={url} className="inline-block py-0.5 text-muted quiet-link [overflow-wrap:anywhere]">
              {name}
            </a>
          </li>
        ))}
        {here && (
          <li aria-current="page" className="py-0.5 text-muted">
            {here}
          </li>
        )}
      </ol>
    </nav>
  )
}
