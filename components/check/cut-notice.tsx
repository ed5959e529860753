import { CountText } from '@/components/ui/count-text'
import { Notice } from '@/components/ui/notice'
import type { CutInventory, PasteVerdict } from '@/lib/check/verdict'
import { KIND_NAMES } from './kind-names'

/** Says what the verdict cannot know, since a tool or this page cut the text off. */
export function CutNotice({ verdict: { isCut, cutInventories } }: { verdict: PasteVerdict }) {
  if (!isCut && cutInventories.length === 0) return null
  return (
    <Notice label="What was cut off" tone="accent">
      {cutInventories.map((cut) => (
        <CutText key={`${cut.kind} ${cut.host}`} cut={cut} />
      ))}
      {isCut && (
        <p>
          <strong>The text was cut.</strong> It is longer than 64 KB, and only its beginning was checked.
        </p>
      )}
    </Notice>
  )
}

function CutText({ cut: { kind, host, statedCount, listedCount } }: { cut: CutInventory }) {
  return (
    <p>
      <strong>This list is cut off.</strong> {KIND_NAMES[kind]}
      {host && ` of ${host}`}{' '}
      {statedCount === undefined ? (
        <>
          cut off the versions of <CountText count={listedCount} noun="server" />. Print them as a list, with{' '}
          <code className="font-mono text-sm">| fl Name,AdminDisplayVersion</code>.
        </>
      ) : (
        <>
          says that <CountText count={statedCount} noun="update" /> {statedCount === 1 ? 'is' : 'are'} installed and
          lists {listedCount}. Of the others nothing is known here.
        </>
      )}
    </p>
  )
}
