import { Fragment } from 'react'

export interface Crumb {
  readonly name: string
  readonly url: string
}

/** The way from the largest room to this page, above its title. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  if (crumbs.length === 0) return null
  return (
    <nav aria-label="Breadcrumbs" className="mb-2 text-sm text-muted print:hidden">
      <ol className="m-0 flex list-none flex-wrap gap-x-2 p-0">
        {crumbs.map(({ name, url }, index) => (
          <Fragment key={url}>
            {index > 0 && (
              <li aria-hidden="true" className="text-edge">
                ›
              </li>
            )}
            <li className="min-w-0">
              <a href={url} className="inline-block py-0.5 text-muted quiet-link [overflow-wrap:anywhere]">
                {name}
              </a>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
