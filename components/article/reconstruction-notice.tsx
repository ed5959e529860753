import { formatCount } from '@/components/ui/count-text'
import { SOURCES_ID } from './facts/article-sources'

/** Says, before the text, that it is not the original. */
export function ReconstructionNotice({ sourceCount }: { sourceCount: number }) {
  return (
    <aside
      aria-label="Provenance"
      className="mb-6 rounded-lg border border-dashed border-edge px-4 py-2 text-[0.9375rem] text-muted"
    >
      <strong className="text-ink">Reconstructed:</strong> the original text was not found. This is what other documents
      say.
      {sourceCount > 0 && (
        <>
          {' '}
          <a href={`#${SOURCES_ID}`}>{formatCount(sourceCount, 'source')}</a>
        </>
      )}
    </aside>
  )
}
