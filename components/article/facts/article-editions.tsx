import { DateText } from '@/components/article/date-text'
import { WordsChanged } from '@/components/changes/words-changed'
import type { EditionChange } from '@/lib/kb/articles/edition'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleChangesUrl } from '@/lib/urls'
import { FactSection } from './fact-section'

/** When the text of the article changed, with a link to what changed. */
export function ArticleEditions({ number, editions }: { number: KbNumber; editions: readonly EditionChange[] }) {
  const changes = editions.filter(({ before }) => before !== undefined).reverse()
  if (changes.length === 0) return null
  return (
    <FactSection title="Changes">
      <ul className="m-0 list-none space-y-1.5 p-0 text-sm">
        {changes.map(({ day, before, added, removed }) => (
          <li key={day}>
            <a href={articleChangesUrl(number, { from: before, to: day })}>
              Changed between {before && <DateText date={before} />} and <DateText date={day} />
            </a>
            <span className="text-muted">
              : <WordsChanged added={added} removed={removed} />
            </span>
          </li>
        ))}
      </ul>
    </FactSection>
  )
}
