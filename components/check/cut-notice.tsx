import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import type { CutInventory, PasteVerdict } from '@/lib/check/verdict'
import { KIND_NAMES } from './kind-names'

/** Says what the verdict cannot cover, since a tool or this page cut the text off. */
export function CutNotice({ verdict: { isCut, cutInventories } }: { verdict: PasteVerdict }) {
  if (!isCut && cutInventories.length === 0) return null
  return (
    <Notice label="Incomplete input" tone="accent">
      {cutInventories.map((cut) => (
        <p key={`${cut.kind} ${cut.host}`}>
          <strong>This list is truncated.</strong> <CutText cut={cut} />
        </p>
      ))}
      {isCut && (
        <p>
          <strong>Only the first 64 KB were checked.</strong>
        </p>
      )}
    </Notice>
  )
}

function CutText({ cut: { kind, host, statedCount, listedCount } }: { cut: CutInventory }) {
  if (statedCount === undefined) {
    return (
      <>
        Get-ExchangeServer cut off the versions of <CountText count={listedCount} noun="server" />. Run it again with{' '}
        <code className="font-mono text-sm">| fl Name,AdminDisplayVersion</code>.
      </>
    )
  }
  return (
    <>
      The {KIND_NAMES[kind]}
      {host && ` of ${host}`} reports <CountText count={statedCount} noun="installed update" /> but lists only{' '}
      {listedCount}. The other <CountText count={statedCount - listedCount} /> could not be checked.
    </>
  )
}
