'use client' // A press tries again.

import { PageTitle } from '@/components/ui/page-title'

/** What a reader sees when the site itself fails. It never looks like an empty answer; the log has the reason under `id`. */
export function FaultView({ id }: { id?: string }) {
  return (
    <>
      <PageTitle title="Something broke on our side">
        Your address or search is fine, and nothing is known to be missing. The fault has been written to the site’s log
        {id && ` as ${id}`}.
      </PageTitle>
      <button
        type="button"
        onClick={() => location.reload()}
        className="min-h-11 rounded-lg bg-accent-fill px-5 font-semibold text-white"
      >
        Try again
      </button>
    </>
  )
}
