'use client' // A press reloads the page.

import { PageTitle } from '@/components/ui/page-title'
import { PrimaryButton } from '@/components/ui/primary-button'

/** What a reader sees when the site fails. The log has the reason under `id`. */
export function FaultView({ id }: { id?: string }) {
  return (
    <>
      <PageTitle title="Something went wrong">
        This is an error on our side; your link or search is fine. It has been logged{id && ` as ${id}`}.
      </PageTitle>
      <PrimaryButton type="button" onClick={() => location.reload()}>
        Try again
      </PrimaryButton>
    </>
  )
}
