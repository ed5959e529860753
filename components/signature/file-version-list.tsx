import { NumberTag } from '@/components/article/number-tag'
import type { FileVersionMention } from '@/lib/kb/releases/build-lookup'
import { articleUrl, signatureUrl } from '@/lib/urls'

interface Props {
  readonly title: string
  readonly versions: readonly FileVersionMention[]
  /** What the first link of each row names. */
  readonly by: 'file' | 'version'
}

/** Versions of files, each with the article that mentions it. */
export function FileVersionList({ title, versions, by }: Props) {
  return (
    <ul aria-label={title} className="m-0 max-w-[780px] list-none border-t border-line p-0">
      {versions.map(({ fileName, version, number, title: articleTitle }) => (
        <li
          key={`${fileName} ${version} ${number}`}
          className="grid items-baseline gap-x-3.5 gap-y-0.5 border-b border-line py-2 sm:grid-cols-[10rem_5.75rem_minmax(0,1fr)]"
        >
          <a href={signatureUrl(by === 'file' ? fileName : version)} className="tabular-nums [overflow-wrap:anywhere]">
            {by === 'file' ? fileName : version}
          </a>
          <NumberTag number={number} />
          <a href={articleUrl(number)} className="quiet-link">
            {articleTitle}
          </a>
        </li>
      ))}
    </ul>
  )
}
