import { formatCount } from '@/components/ui/count-text'
import { TitledSection } from '@/components/ui/titled-section'
import type { ComparedUpdates } from '@/lib/kb/updates/update-comparison'
import { lineUrl } from '@/lib/urls'
import { GainedFixes } from './gained-fixes'
import { PathStep } from './path-step'
import { ReleaseStep } from './release-step'
import { UpdateNotes } from './update-notes'

/** What the newer of two updates contains and the older one does not. */
export function ComparisonView({ comparison }: { comparison: ComparedUpdates }) {
  const { from, line, releases, updates, notes } = comparison
  const needed = releases.at(-1)
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-16">
      <div className="min-w-0">
        <TitledSection title="Updates in between" className="mt-10">
          <ol className="m-0 ml-1.5 list-none border-l-2 border-line p-0">
            <PathStep update={from.summary} place="start" />
            {releases.map((release) => (
              <ReleaseStep key={release.name} release={release} />
            ))}
            {updates.map((update, index) => (
              <PathStep key={update.number} update={update} place={index < updates.length - 1 ? 'between' : 'end'} />
            ))}
          </ol>
          <p className="mt-3 text-sm">
            See all <a href={lineUrl(line.slug)}>{line.name}</a>
          </p>
        </TitledSection>
        <TitledSection title={titleOfFixes(comparison)} className="mt-10">
          <GainedFixes comparison={comparison} />
        </TitledSection>
      </div>
      <div className="min-w-0">
        <TitledSection title="Before you install" className="mt-10">
          {needed && (
            <p className="mb-4">
              Install {needed.name} first. Whether it can be installed directly, or contains every fix of the update
              series before it, is not known here.
            </p>
          )}
          <UpdateNotes
            notes={notes.filter(({ kind }) => kind !== 'known-issue')}
            none={
              releases.length > 0
                ? 'No other prerequisites or restart requirements listed.'
                : 'No prerequisites or restart requirements listed.'
            }
          />
        </TitledSection>
        <TitledSection title="Known issues in between" className="mt-10">
          <UpdateNotes notes={notes.filter(({ kind }) => kind === 'known-issue')} none="No known issues listed." />
        </TitledSection>
      </div>
    </div>
  )
}

/** Updates without a fix list may fix more than is counted. */
function titleOfFixes({ fixCount, withoutFixes }: ComparedUpdates): string {
  const count = formatCount(fixCount, 'new fix', 'new fixes')
  if (withoutFixes.length === 0) return count
  return fixCount === 0 ? 'New fixes' : `At least ${count}`
}
