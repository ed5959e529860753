import { isLocalAddress } from './local-address'

/** The media types of files that articles often have beside them. Any other one is just bytes. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['7z', 'application/x-7z-compressed'],
  ['bat', 'text/plain; charset=utf-8'],
  ['cab', 'application/vnd.ms-cab-compressed'],
  ['cmd', 'text/plain; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['doc', 'application/msword'],
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['gz', 'application/gzip'],
  ['json', 'application/json'],
  ['log', 'text/plain; charset=utf-8'],
  ['pdf', 'application/pdf'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
  ['ps1', 'text/plain; charset=utf-8'],
  ['reg', 'text/plain; charset=utf-8'],
  ['sh', 'text/plain; charset=utf-8'],
  ['sql', 'text/plain; charset=utf-8'],
  ['tar', 'application/x-tar'],
  ['txt', 'text/plain; charset=utf-8'],
  ['vbs', 'text/plain; charset=utf-8'],
  ['xls', 'application/vnd.ms-excel'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['xml', 'application/xml'],
  ['zip', 'application/zip'],
])

/** An address with this ending is that of a page. */
const PAGE = /^(?:md|html?|aspx?|php)$/

/** A file that readers download from an article. */
export interface Attachment {
  /** The SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string
  /** Its name, without folders. */
  readonly name: string
  /** Bytes. */
  readonly size: number
}

/** Gives the media type of a file by its name. */
export function attachmentType(name: string): string {
  return TYPES.get(endingOf(name)) ?? 'application/octet-stream'
}

/** Tells whether an address beside an article may be that of a file to download: it has an ending, and it is not an article. */
export function mayBeAttachment(url: string): boolean {
  const ending = isLocalAddress(url) ? endingOf(url.replace(/[?#].*$/s, '')) : ''
  return ending !== '' && !PAGE.test(ending)
}

/** Tells whether an address can be that of nothing but a file to download. Others, such as `www.example.com`, may mean something else. */
export function isAttachment(url: string): boolean {
  return mayBeAttachment(url) && TYPES.has(endingOf(url.replace(/[?#].*$/s, '')))
}

function endingOf(name: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
}
