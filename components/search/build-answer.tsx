import { StateLink } from '@/components/search/state-link'
import { Notice } from '@/components/ui/notice'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { BuildLookup, BuildPlace, Release } from '@/lib/kb/releases/build-lookup'
import { articleUrl, signatureUrl } from '@/lib/urls'

/** Products share the first numbers of their builds; more than these say nothing. */
const MAX_PLACES = 3

/** Says between which releases a build lies, which article names a newer copy of a file, and which name the same. */
export function BuildAnswer({ build: { build, fileName, places, sameVersion, newerFiles } }: { build: BuildLookup }) {
  const newer = newerFiles[0]
  if (places.length === 0 && sameVersion.length === 0 && !newer) return null
  return (
    <Notice label="The build" tone="accent">
      {places.slice(0, MAX_PLACES).map((place) => (
        <PlaceSentence key={place.product} build={build} place={place} />
      ))}
      {newer && (
        <p>
          A newer copy of {fileName}, {newer.version}, is named in{' '}
          <a href={articleUrl(newer.number)}>
            {formatKbNumber(newer.number)}: {newer.title}
          </a>
        </p>
      )}
      {sameVersion.length > 0 && (
        <p>
          <a href={signatureUrl(build)}>Every article that mentions {build}</a>
        </p>
      )}
    </Notice>
  )
}

function PlaceSentence({ build, place: { product, isExact, below, above } }: { build: string; place: BuildPlace }) {
  return (
    <p>
      <strong>{build}</strong>{' '}
      {isExact && below ? (
        <>
          is {product}, <ReleaseLink release={below} />.
        </>
      ) : (
        <>
          is a build of {product}
          {below && (
            <>
              {' '}
              after <ReleaseLink release={below} />
            </>
          )}
          {above && (
            <>
              {below && ' and'} before <ReleaseLink release={above} />
            </>
          )}
          .
        </>
      )}{' '}
      {below?.article && <StateLink article={below.article} />}
    </p>
  )
}

function ReleaseLink({ release: { name, build, article } }: { release: Release }) {
  return article ? (
    <a href={articleUrl(article.number)}>
      {name} ({formatKbNumber(article.number)})
    </a>
  ) : (
    `${name} (${build})`
  )
}
