'use client' // The framework renders this boundary in the browser.

import { PageShell } from '@/components/layout/page-shell'
import { FaultView } from '@/components/lost/fault-view'

export default function ErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <PageShell>
      <title>Something went wrong</title>
      <FaultView id={error.digest} />
    </PageShell>
  )
}
