import type { UpdateVerdict } from '@/lib/check/verdict'
import { KnownUpdate } from './known-update'
import { UnknownUpdates } from './unknown-updates'

/** Each update with its state and the evidence for it; those that the collection lacks are listed by number. */
export function UpdateVerdicts({ updates }: { updates: readonly UpdateVerdict[] }) {
  const known = updates.filter(({ state }) => state !== 'unknown')
  const unknown = updates.filter(({ state }) => state === 'unknown')
  return (
    <>
      {known.length > 0 && (
        <ul className="m-0 list-none border-t border-line p-0">
          {known.map((update) => (
            <KnownUpdate key={update.number} update={update} />
          ))}
        </ul>
      )}
      {unknown.length > 0 && <UnknownUpdates updates={unknown} />}
    </>
  )
}
