import { NumberTag } from '@/components/article/number-tag'
import { CountText } from '@/components/ui/count-text'
import type { FileVersionMention } from '@/lib/kb/releases/build-lookup'
import { articleUrl } from '@/lib/urls'

const MAX_SHOWN = 6

interface Props {
  readonly title: string
  readonly mentions: readonly FileVersionMention[]
  /** Shows the version that each article mentions. */
  readonly hasVersion?: boolean
}

/** The articles that mention a version of a file. */
export function FileMentions({ title, mentions, hasVersion = false }: Props) {
  if (mentions.length === 0) return null
  return (
    <div className="mt-2 text-[0.9375rem]">
      <p className="text-muted">{title}</p>
      <ul className="m-0 mt-1 grid list-none gap-1 p-0">
        {mentions.slice(0, MAX_SHOWN).map(({ number, fileName, version, title: articleTitle }) => (
          <li key={`${number} ${fileName} ${version}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
            <NumberTag number={number} />
            <a href={articleUrl(number)} className="min-w-0 flex-1 basis-60 quiet-link">
              {articleTitle}
            </a>
            {hasVersion && <span className="tabular-nums text-muted">{version}</span>}
          </li>
        ))}
      </ul>
      {mentions.length > MAX_SHOWN && (
        <p className="mt-1 text-sm text-muted">
          and <CountText count={mentions.length - MAX_SHOWN} /> more
        </p>
      )}
    </div>
  )
}
