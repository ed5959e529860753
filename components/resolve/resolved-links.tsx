import { ReferenceLink } from '@/components/article/reference-link'
import { StateBadge } from '@/components/article/state-badge'
import { CountText, formatCount } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import { TitledSection } from '@/components/ui/titled-section'
import type { LinkOutcome, ResolvedLink, ResolvedLinks } from '@/lib/check/links/resolved-links'

const GROUPS: readonly { readonly outcome: LinkOutcome; readonly title: string }[] = [
  { outcome: 'replaced', title: 'Replaced' },
  { outcome: 'here', title: 'In this collection' },
  { outcome: 'missing', title: 'Missing here' },
  { outcome: 'not-an-article', title: 'Not an article' },
]

/** What became of each link of a pasted text, what has been replaced first. */
export function ResolvedLinksView({ resolved }: { resolved: ResolvedLinks }) {
  const { links, otherCount, isCut } = resolved
  return (
    <div id="links" className="max-w-4xl">
      {isCut && (
        <Notice label="Cut" tone="amber">
          <p>The text was too long. Only its beginning was read; split it to resolve the rest.</p>
        </Notice>
      )}
      {links.length === 0 && <p>No links to KB articles found. Paste a page, a README or a list of URLs.</p>}
      {GROUPS.map(({ outcome, title }) => {
        const own = links.filter((link) => link.outcome === outcome)
        if (own.length === 0) return null
        return (
          <TitledSection
            key={outcome}
            title={`${title}: ${formatCount(own.length, 'link')}`}
            className="mb-9"
            gap="mb-2"
          >
            <ul className="m-0 list-none divide-y divide-line p-0">
              {own.map((link) => (
                <ResolvedRow key={link.text} link={link} />
              ))}
            </ul>
          </TitledSection>
        )
      })}
      {otherCount > 0 && (
        <p className="text-sm text-muted">
          <CountText count={otherCount} noun="link" /> to other sites ignored.
        </p>
      )}
    </div>
  )
}

function ResolvedRow({ link: { text, line, count, article, state, replacedBy } }: { link: ResolvedLink }) {
  return (
    <li className="py-3">
      <p className="font-mono text-xs text-muted [overflow-wrap:anywhere]">
        {text}{' '}
        <span className="whitespace-nowrap">
          (line {line}
          {count > 1 && `, ${count} times`})
        </span>
      </p>
      {article && (
        <p className="mt-1">
          <ReferenceLink reference={article} />{' '}
          {state && <StateBadge state={state} provenance={article.summary?.provenance} />}
        </p>
      )}
      {replacedBy ? (
        <p className="mt-1">
          Use instead: <ReferenceLink reference={replacedBy} />
        </p>
      ) : (
        state === 'superseded-by-unknown' && <p className="mt-1">The article doesn’t name its replacement.</p>
      )}
    </li>
  )
}
