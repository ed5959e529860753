import type { PasteVerdict } from '@/lib/check/verdict'
import { ArticleMatches } from './article-matches'
import { BuildVerdicts } from './build-verdicts'
import { CutNotice } from './cut-notice'
import { LineVerdictCard } from './line-verdict-card'
import { NothingFound } from './nothing-found'
import { RecognisedList } from './recognised-list'
import { SignatureList } from './signature-list'
import { UpdateVerdicts } from './update-verdicts'
import { VerdictSection } from './verdict-section'

/** The verdict on a pasted text: what is out of date first, then builds, then the articles that match. */
export function VerdictView({ verdict }: { verdict: PasteVerdict }) {
  const { updates, lines, builds, signatures, articles } = verdict
  const installed = updates.filter(({ isInstalled }) => isInstalled)
  const named = updates.filter(({ isInstalled }) => !isInstalled)
  // What is only named is among the updates already.
  const shown = articles.filter(
    ({ article, reasons }) =>
      reasons.some(({ kind }) => kind !== 'named') || !updates.some(({ number }) => number === article.number),
  )
  const isNothing = updates.length + builds.length + signatures.length + articles.length === 0
  return (
    <div id="verdict" className="lg:grid lg:grid-cols-[minmax(0,1fr)_260px] lg:gap-14">
      <div className="min-w-0">
        <CutNotice verdict={verdict} />
        {isNothing && <NothingFound />}
        {installed.length > 0 && (
          <VerdictSection title="Installed updates">
            {lines.map((line) => (
              <LineVerdictCard key={`${line.slug} ${line.host}`} verdict={line} />
            ))}
            <UpdateVerdicts updates={installed} />
          </VerdictSection>
        )}
        {named.length > 0 && (
          <VerdictSection title="Updates that the text names">
            <UpdateVerdicts updates={named} />
          </VerdictSection>
        )}
        {builds.length > 0 && (
          <VerdictSection title="Builds">
            <BuildVerdicts builds={builds} />
          </VerdictSection>
        )}
        {(shown.length > 0 || signatures.length > 0) && (
          <VerdictSection title="Articles that match">
            <SignatureList signatures={signatures} />
            <ArticleMatches articles={shown} />
          </VerdictSection>
        )}
      </div>
      <RecognisedList verdict={verdict} />
    </div>
  )
}
