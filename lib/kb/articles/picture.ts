/** The kinds of pictures that pages show, with the media type of each. */
export const PICTURE_TYPES = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
} as const
export type PictureType = keyof typeof PICTURE_TYPES

/** A file beside an article that it shows, as the article writes its address. */
export interface PictureReference {
  readonly url: string
  /** Line of the body, counted from 1. */
  readonly line: number
}

/** A picture that is there and may be shown. */
export interface Picture {
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
  readonly type: PictureType
  readonly width: number
  readonly height: number
}

/** The type of a file beside an article that readers download and no page shows. */
export const ATTACHMENT = 'file'

/** A picture of an article in the index, or a file to download: where it lies, and what it is if readers can have it. */
export interface IndexedPicture extends Partial<Omit<Picture, 'type'>> {
  readonly type?: PictureType | typeof ATTACHMENT
  readonly url: string
  /** Path below the content folder, or `undefined` for an address that leaves it. */
  readonly path?: string
  readonly size?: number
  readonly mtimeMs?: number
}
