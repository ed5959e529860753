import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import type { CutInventory, PasteVerdict } from '@/lib/check/verdict'
import { KIND_NAMES } from './kind-names'

/** Says what the verdict cannot cover, since a tool or this page cut the text off. */
export function CutNotice({ verdict }: { verdict: PasteVerdict }) {
  const { isCut, cutInventories, computers, computerCount } = verdict
  const leftOut = computerCount - computers.length
  if (!isCut && cutInventories.length === 0 && leftOut === 0) return null
  return (
    <Notice label="Incomplete input" tone="accent">
      {cutInventories.map((cut) => (
        <p key={`${cut.kind} ${cut.host} ${cut.reason} ${cut.listedCount}`}>
          <strong>This list is {cut.reason === 'empty' ? 'empty' : 'truncated'}.</strong> <CutText cut={cut} />
        </p>
      ))}
      {leftOut > 0 && (
        <p>
          <strong>Only the first {computers.length} servers have a verdict.</strong> The text has{' '}
          <CountText count={computerCount} noun="server" />. Of the other <CountText count={leftOut} />, the updates are
          listed without a verdict. Check them in a second text.
        </p>
      )}
      {isCut && (
        <p>
          <strong>Only the first 64 KB were checked.</strong>
        </p>
      )}
    </Notice>
  )
}

function CutText({ cut: { kind, reason, host, statedCount = 0, listedCount } }: { cut: CutInventory }) {
  if (reason === 'cut-versions') {
    return (
      <>
        Get-ExchangeServer cut off the versions of <CountText count={listedCount} noun="server" />. Run it again with{' '}
        <code className="font-mono text-sm">| fl Name,AdminDisplayVersion</code>.
      </>
    )
  }
  if (reason === 'fewer-than-stated') {
    return (
      <>
        The {KIND_NAMES[kind]}
        {host && ` of ${host}`} reports <CountText count={statedCount} noun="installed update" /> but lists only{' '}
        {listedCount}. The other <CountText count={statedCount - listedCount} /> could not be checked.
      </>
    )
  }
  return (
    <>
      The {KIND_NAMES[kind]}
      {host && ` of ${host}`} {CUT_REASONS[reason]}
    </>
  )
}

const CUT_REASONS = {
  'begins-late': 'starts in the middle. What is above could not be checked.',
  'ends-early': 'ends in the middle. What follows could not be checked.',
  'has-gaps': 'skips some of its numbers. The missing updates could not be checked.',
  empty: 'has no updates below its header.',
} as const
