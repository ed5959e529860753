import { ProductMap } from '@/components/browse/product-map'
import { TitledSection } from '@/components/ui/titled-section'
import type { PasteVerdict } from '@/lib/check/verdict'
import { BuildVerdicts } from './build-verdicts'
import { ComputerCard } from './computer-card'
import { groupByComputer } from './computer-case'
import { CutNotice } from './cut-notice'
import { ArticleMatches } from './matches/article-matches'
import { SignatureChips } from './matches/signature-chips'
import { NothingFound } from './nothing-found'
import { QuestionNotice } from './question-notice'
import { RecognizedList } from './recognized-list'
import { UpdateVerdicts } from './update-verdicts'

const SECTION = 'mb-11 last:mb-0'

/** The verdict on a pasted text: a card for each computer first, then updates and builds, then the articles that match. */
export function VerdictView({ verdict }: { verdict: PasteVerdict }) {
  const { updates, builds, signatures, articles, map } = verdict
  const { cases, otherBuilds } = groupByComputer(verdict)
  const installed = updates.filter(({ isInstalled }) => isInstalled)
  const mentioned = updates.filter(({ isInstalled }) => !isInstalled)
  // An article that is only mentioned is among the updates already.
  const shown = articles.filter(
    ({ article, reasons }) =>
      reasons.some(({ kind }) => kind !== 'named') || !updates.some(({ number }) => number === article.number),
  )
  const isNothing = cases.length + updates.length + builds.length + signatures.length + articles.length === 0
  return (
    <div id="verdict" className="lg:grid lg:grid-cols-[minmax(0,1fr)_260px] lg:gap-14">
      <div className="min-w-0">
        <CutNotice verdict={verdict} />
        {isNothing && <NothingFound />}
        <QuestionNotice verdict={verdict} cases={cases} />
        {cases.length > 0 && (
          <TitledSection
            title={cases.length === 1 ? 'Verdict' : `${cases.length} computers`}
            className={SECTION}
            gap="mb-3.5"
          >
            <div className="[&>section]:mb-4">
              {cases.map((found) => (
                <ComputerCard key={found.computer.list} found={found} />
              ))}
            </div>
            {map && <ProductMap product={map.product} here={map.here} />}
          </TitledSection>
        )}
        {installed.length > 0 && (
          <TitledSection title="Installed updates" className={SECTION} gap="mb-3.5">
            <UpdateVerdicts updates={installed} />
          </TitledSection>
        )}
        {mentioned.length > 0 && (
          <TitledSection title="Updates mentioned" className={SECTION} gap="mb-3.5">
            <UpdateVerdicts updates={mentioned} />
          </TitledSection>
        )}
        {otherBuilds.length > 0 && (
          <TitledSection title="Builds" className={SECTION} gap="mb-3.5">
            <BuildVerdicts builds={otherBuilds} />
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
