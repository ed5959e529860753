/** Gives a page its status, and has it made anew for each reader (server/pages/send-documents.mjs). */
export function PageStatus({ status }: { status: 200 | 503 }) {
  return <meta name="kb-status" content={String(status)} />
}
