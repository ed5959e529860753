import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { otherTextUrl } from '@/lib/urls'
import { FactSection } from './fact-section'

/** The files that have the number of the article and are not served, each with a link to its text. */
export function OtherFiles({ number, paths }: { number: KbNumber; paths: readonly string[] }) {
  if (paths.length === 0) return null
  return (
    <FactSection
      title={paths.length === 1 ? 'Another text of this number' : 'Other texts of this number'}
      id={OTHER_FILES_ID}
    >
      <ul className="m-0 list-none space-y-1.5 p-0 text-sm [overflow-wrap:anywhere]">
        {paths.map((path, at) => (
          <li key={path}>
            <a href={otherTextUrl(number, at + 1)}>{path}</a>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 mb-0 text-sm text-muted">
        {formatKbNumber(number)} is in several files. The one whose path comes first is the article.
      </p>
    </FactSection>
  )
}

/** A link to it shows the other texts. */
export const OTHER_FILES_ID = 'other-texts'
