import { ReleaseText } from '@/components/article/release-text'
import { TitledSection } from '@/components/ui/titled-section'
import type { BuildPlace } from '@/lib/kb/releases/build-lookup'

/** Where a build lies among the releases of each product that it may belong to. */
export function BuildPlaces({ places }: { places: readonly BuildPlace[] }) {
  if (places.length === 0) return null
  return (
    <TitledSection title="Nearest releases" className="mb-9 max-w-measure" gap="mb-2">
      <ul className="m-0 list-none border-t border-line p-0">
        {places.map(({ product, isExact, below, above }) => (
          <li key={product} className="border-b border-line py-3">
            <p className="font-semibold">{product}</p>
            <dl className="m-0 mt-1 grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-[0.9375rem]">
              <dt className="text-muted">{isExact ? 'This is' : 'Previous release'}</dt>
              <dd className="m-0">{below ? <ReleaseText release={below} /> : 'None known'}</dd>
              <dt className="text-muted">Next release</dt>
              <dd className="m-0">{above ? <ReleaseText release={above} /> : 'None known'}</dd>
            </dl>
          </li>
        ))}
      </ul>
      {places.length > 1 && (
        <p className="mt-2 text-sm text-muted">
          Several products use builds like this one; the number alone doesn’t tell which.
        </p>
      )}
    </TitledSection>
  )
}
