import { ReleaseText } from '@/components/article/release-text'
import { Notice } from '@/components/ui/notice'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import type { BuildLookup, BuildPlace } from '@/lib/kb/releases/build-lookup'
import { articleUrl, signatureUrl } from '@/lib/urls'
import { StateLink } from './state-link'

/** Many products have builds that begin alike; a longer list would not help. */
const MAX_PLACES = 3

/** Places a build between releases, and leads to articles with a newer version of its file or with the same version. */
export function BuildAnswer({ build: { build, fileName, places, sameVersion, newerFiles } }: { build: BuildLookup }) {
  const newer = newerFiles[0]
  if (places.length === 0 && sameVersion.length === 0 && !newer) return null
  return (
    <Notice label="Build" tone="accent">
      {places.slice(0, MAX_PLACES).map((place) => (
        <PlaceSentence key={place.product} build={build} place={place} />
      ))}
      {newer && (
        <p>
          Newer version of {fileName}: {newer.version}, in{' '}
          <a href={articleUrl(newer.number)}>
            {formatKbNumber(newer.number)}: {newer.title}
          </a>
        </p>
      )}
      {sameVersion.length > 0 && (
        <p>
          <a href={signatureUrl(build)}>All articles that mention {build}</a>
        </p>
      )}
    </Notice>
  )
}

function PlaceSentence({ build, place: { product, isExact, below, above } }: { build: string; place: BuildPlace }) {
  const older = below && <ReleaseText release={below} />
  const newer = above && <ReleaseText release={above} />
  return (
    <p>
      <strong>{build}</strong> is {isExact ? <>{product}, </> : <>a build of {product} </>}
      {isExact || !newer ? (
        <>
          {!isExact && 'newer than '}
          {older}
        </>
      ) : older ? (
        <>
          between {older} and {newer}
        </>
      ) : (
        <>older than {newer}</>
      )}
      . {below?.article && <StateLink article={below.article} />}
    </p>
  )
}
