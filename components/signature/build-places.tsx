import { NumberTag } from '@/components/article/number-tag'
import type { BuildPlace, Release } from '@/lib/kb/releases/build-lookup'
import { articleUrl } from '@/lib/urls'

/** Where a build lies among the releases of each product that it may belong to. */
export function BuildPlaces({ places }: { places: readonly BuildPlace[] }) {
  if (places.length === 0) return null
  return (
    <section aria-labelledby="releases" className="mb-9 max-w-measure">
      <h2 id="releases" className="mb-2 text-[1.375rem] font-[640]">
        Among releases
      </h2>
      <ul className="m-0 list-none border-t border-line p-0">
        {places.map(({ product, isExact, below, above }) => (
          <li key={product} className="border-b border-line py-3">
            <p className="font-semibold">{product}</p>
            <dl className="m-0 mt-1 grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-[0.9375rem]">
              <dt className="text-muted">{isExact ? 'This is' : 'Just below'}</dt>
              <dd className="m-0">{below ? <ReleaseText release={below} /> : 'No release that is known here'}</dd>
              <dt className="text-muted">Next above</dt>
              <dd className="m-0">{above ? <ReleaseText release={above} /> : 'None that is known here'}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {places.length > 1 && (
        <p className="mt-2 text-sm text-muted">
          Several products have builds like this one. Which it is, the number alone does not say.
        </p>
      )}
    </section>
  )
}

function ReleaseText({ release: { name, build, article } }: { release: Release }) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
      {article && <NumberTag number={article.number} />}
      {article ? <a href={articleUrl(article.number)}>{name}</a> : name}
      <span className="tabular-nums text-muted">{build}</span>
    </span>
  )
}
