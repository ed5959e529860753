import { TitledSection } from '@/components/ui/titled-section'
import type { PasteVerdict } from '@/lib/check/verdict'
import { ArticleMatches } from './article-matches'
import { BuildVerdicts } from './build-verdicts'
import { CutNotice } from './cut-notice'
import { LineVerdictCard } from './line-verdict-card'
import { NothingFound } from './nothing-found'
import { RecognizedList } from './recognized-list'
import { SignatureChips } from './signature-chips'
import { UpdateVerdicts } from './update-verdicts'

const SECTION = 'mb-11 last:mb-0'

/** The verdict on a pasted text: what is out of date first, then builds, then the articles that match. */
export function VerdictView({ verdict }: { verdict: PasteVerdict }) {
  const { updates, lines, builds, signatures, articles } = verdict
  const installed = updates.filter(({ isInstalled }) => isInstalled)
  const mentioned = updates.filter(({ isInstalled }) => !isInstalled)
  // An article that is only mentioned is among the updates already.
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
          <TitledSection title="Installed updates" className={SECTION} gap="mb-3.5">
            {lines.map((line) => (
              <LineVerdictCard key={`${line.slug} ${line.list}`} verdict={line} />
            ))}
            <UpdateVerdicts updates={installed} />
          </TitledSection>
        )}
        {mentioned.length > 0 && (
          <TitledSection title="Updates mentioned" className={SECTION} gap="mb-3.5">
            <UpdateVerdicts updates={mentioned} />
          </TitledSection>
        )}
        {builds.length > 0 && (
          <TitledSection title="Builds" className={SECTION} gap="mb-3.5">
            <BuildVerdicts builds={builds} />
          </TitledSection>
        )}
        {(shown.length > 0 || signatures.length > 0) && (
          <TitledSection title="Matching articles" className={SECTION} gap="mb-3.5">
            <SignatureChips signatures={signatures} />
            <ArticleMatches articles={shown} />
          </TitledSection>
        )}
      </div>
      <RecognizedList verdict={verdict} />
    </div>
  )
}
