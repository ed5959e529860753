import { PICTURE_TYPES, type PictureType } from '@/lib/kb/articles/picture'

/** Builds the answer with a picture. Opened by itself it may load nothing and run nothing; an SVG keeps its own style. */
export function pictureResponse(bytes: Uint8Array, type: PictureType): Response {
  const style = type === 'svg' ? `; style-src 'unsafe-inline'` : ''
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': PICTURE_TYPES[type],
      'content-length': String(bytes.length),
      // The URL names the bytes.
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': `default-src 'none'${style}; frame-ancestors 'none'; sandbox`,
      'x-content-type-options': 'nosniff',
    },
  })
}
