import type { ReactNode } from 'react'
import { Notice } from '@/components/ui/notice'
import { type Doubt, isAllClear, type LineVerdict } from '@/lib/check/verdict'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { BuildBlock } from './build-block'
import { CardHeading } from './card-heading'
import type { ComputerCase } from './computer-case'
import { ConflictBlock } from './conflict-block'
import { LineEvidence } from './evidence-text'
import { FileMentions } from './file-mentions'
import { nameInSeries, StandingText } from './standing-text'
import { UndecidedLines } from './undecided-lines'
import { UpdateWay } from './update-way'

/** Why the newest update of a series may not be the newest for the computer. */
const DOUBTS: Readonly<Partial<Record<Doubt, string>>> = {
  'cut-list': 'The list is incomplete.',
  'several-computers': 'The list may come from more than one computer.',
}

/** One computer: what is installed in words for a ticket, what to do, and what speaks against it. */
export function ComputerCard({ found }: { found: ComputerCase }) {
  const { title, decided, undecided, excluded, computer } = found
  const isConflicting = computer.contradictions.length > 0
  return (
    <Notice label={title} tone={isBehind(found) ? 'amber' : 'plain'}>
      <div className="grid gap-4 [&_p]:mt-1 [&_p]:max-w-measure">
        {isConflicting ? <ConflictBlock found={found} /> : listBlocks(found)}
      </div>
      <Doubts lines={[...decided, ...undecided]} />
      {excluded.length > 0 && !isConflicting && <Excluded found={found} />}
      {found.builds.map(({ build, isServicePackLevel, mentions }) => (
        <div key={`${build} ${isServicePackLevel}`}>
          <FileMentions title={`${build} is mentioned in`} mentions={mentions.sameVersion} />
          <FileMentions title={`Newer than ${build}`} mentions={mentions.newerFiles} hasVersion />
        </div>
      ))}
    </Notice>
  )
}

function listBlocks(found: ComputerCase): ReactNode {
  const { title, decided, undecided, builds } = found
  const lines = [...decided, ...undecided]
  const alone = builds.filter(({ place }) => !lines.some(({ slug }) => slug === place.line?.slug))
  if (lines.length + alone.length === 0) return <NoSeries title={title} />
  return (
    <>
      {decided.map((line) => (
        <LineBlock key={line.slug} line={line} found={found} />
      ))}
      {undecided.length > 0 && <UndecidedLines title={title} lines={undecided} />}
      {alone.map((reported) => (
        <BuildBlock key={`${reported.build} ${reported.isServicePackLevel}`} reported={reported} found={found} />
      ))}
    </>
  )
}

function isBehind({ decided, undecided, builds, computer }: ComputerCase): boolean {
  return (
    computer.contradictions.length > 0 ||
    [...decided, ...undecided].some(({ way, newerForProduct }) => way.length > 0 || newerForProduct) ||
    builds.some(
      ({ place, isServicePackLevel }) => place.newerForProduct || (place.state === 'superseded' && !isServicePackLevel),
    )
  )
}

function LineBlock({ line, found: { title, builds } }: { line: LineVerdict; found: ComputerCase }) {
  const { newest, latest, way, name, slug, series, newerForProduct } = line
  const isOld = way.length > 0
  return (
    <div>
      <CardHeading title={title}>
        <LineEvidence line={line} builds={builds.filter(({ place }) => place.line?.slug === slug)} />
      </CardHeading>
      <StandingText
        series={series}
        subject={name}
        install={isOld ? latest : undefined}
        newest={isOld ? undefined : newest}
        newer={newerForProduct}
        isClear={isAllClear(line)}
      >
        {isOld && <UpdateWay verdict={line} />}
      </StandingText>
    </div>
  )
}

function NoSeries({ title }: { title: string }) {
  return (
    <>
      <CardHeading title={title}>no verdict</CardHeading>
      <p>The text has no update or build of a series in this collection. This doesn’t mean the server is fine.</p>
    </>
  )
}

function Doubts({ lines }: { lines: readonly LineVerdict[] }) {
  const doubts = [...new Set(lines.flatMap((line) => line.doubts))].flatMap((doubt) => DOUBTS[doubt] ?? [])
  return doubts.length > 0 && <p className="mt-1">{doubts.join(' ')}</p>
}

function Excluded({ found: { excluded, builds, decided } }: { found: ComputerCase }) {
  const proven = decided.find(({ isProven }) => isProven)
  const build = builds.find(({ place }) => place.line?.slug === proven?.slug)?.build
  const names = excluded.map(
    ({ newest, series }) => `${nameInSeries(newest, series)} (${formatKbNumber(newest.number)})`,
  )
  return (
    <p className="mt-2 text-[0.9375rem] text-muted">
      Also listed, for another service pack: {names.join(', ')}. {build ? `The build ${build}` : 'The reported build'}{' '}
      tells which one counts.
    </p>
  )
}
