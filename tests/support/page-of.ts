import { createEncodedBody } from '@/server/pages/encodings.mjs'
import type { Page } from '@/server/pages/page-record.mjs'

/** A page of an article as the server keeps it, made from the index of a label. */
export function pageOf(label: string, text: string): Page {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    content: createEncodedBody(Buffer.from(text)),
    label,
    source: { path: 'one.md', identity: 'as it was' },
    tag: `tag of ${text.slice(0, 10)}`,
  }
}
