import { Readable } from 'node:stream'
import { attachmentType } from '@/lib/kb/articles/attachment'

/** Builds the answer with a file to save. Its bytes are sent as they are read; opened by itself it may load nothing and run nothing. */
export function attachmentResponse(
  bytes: Readable,
  { name, size }: { readonly name: string; readonly size: number },
): Response {
  return new Response(Readable.toWeb(bytes) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': attachmentType(name),
      'content-length': String(size),
      'content-disposition': `attachment; filename="${name.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encode(name)}`,
      // The URL names the bytes.
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': `default-src 'none'; frame-ancestors 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
    },
  })
}

function encode(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
