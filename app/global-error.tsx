'use client' // The framework renders this boundary in the browser, in place of the whole page.

import { FaultView } from '@/components/lost/fault-view'

export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="mx-auto max-w-site p-8">
        <title>Something went wrong</title>
        <FaultView id={error.digest} />
      </body>
    </html>
  )
}
