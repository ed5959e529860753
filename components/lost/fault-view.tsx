'use client' // A press reloads the page.

import { PageTitle } from '@/components/ui/page-title'

/** What a reader sees when the site fails. The log has the reason under `id`. */
export function FaultView({ id }: { id?: string }) {
  return (
    <>
      <PageTitle title="Something went wrong">
        This is an error on our side; your link or search is fine. It has been logged{id && ` as ${id}`}.
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
