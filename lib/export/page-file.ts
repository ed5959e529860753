import { decodeAddress } from '@/lib/kb/numbers/decode-address'
import { SEARCH_URL } from '@/lib/urls'
import { hashOf } from './search/search-files'

/** What an address of the site is in a copy of it. `suffix` begins with `?` or `#`, or is empty. */
export interface CopiedAddress {
  readonly kind: 'page' | 'search' | 'asset'
  /** The address that the site is asked for. */
  readonly address: string
  /** The file below the folder of the copy, with forward slashes. */
  readonly file: string
  readonly suffix: string
}

/** The search of the copy, which reads its text and its filters from its own address. */
export const SEARCH_FILE = 'search.html'

/** The pages that are copied, each with the parameters that make a page of its own; all other parameters are dropped. */
const PAGES: readonly [RegExp, readonly string[]][] = [
  [/^\/$/, []],
  [/^\/(?:kb\/\d{1,7}|a\/\w{1,200})$/, []],
  [/^\/(?:products|atlas|updates|releases)$/, []],
  [/^\/texts\/\d{1,10}(?:-\d{1,2})?$/, []],
  [/^\/updates\/(?!compare$)[\w-]{1,200}$/, []],
  [/^\/(?:atlas\/\d{1,7}|releases\/[\w.-]{1,200}|signatures\/[^/?#]{1,400})$/, ['page']],
  [/^\/signatures$/, ['kind', 'page']],
  [/^\/wanted$/, ['page']],
]
const PRODUCT = /^\/products\/([a-z0-9-]{1,200})$/
const ASSET =
  /^\/(?:_next\/static\/(?:[\w-]+\/)*|assets\/|pictures\/|accent\/)?([\w-]+(?:\.[\w-]+)*\.(?:css|js|svg|ico|png|jpe?g|gif|webp|bmp))$/
/** A file to download, which keeps its name. */
const ATTACHMENT = /^\/files\/([0-9a-f]{64})\/([^/]+)$/
/** The scripts of the site, of which a copy has others of the same names. */
const SCRIPT = /^\/assets\/(theme|site)(?:-[0-9a-f]+)?\.js$/
/** Names that Windows reserves for devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/
const MAX_NAME = 100
/** Parameters with these would lead to another list of the same kind, which the copy does not have. */
const OTHER_LIST: ReadonlyMap<string, readonly string[]> = new Map([['/wanted', ['product']]])

/**
 * Gives what an address of the site, such as `/signatures/0x80070643?page=2#top`, is in a copy: `signatures/0x80070643~page-2.html`.
 * Gives `undefined` for what a copy does not have: everything that needs the server.
 */
export function copyAddress(href: string): CopiedAddress | undefined {
  const url = URL.canParse(href, BASE) ? new URL(href, BASE) : undefined
  if (url?.origin !== BASE) return undefined
  const { pathname, searchParams, hash } = url
  if (pathname === SEARCH_URL) return searchOf(searchParams, hash)
  const [, product] = PRODUCT.exec(pathname) ?? []
  if (product !== undefined && searchParams.size > 0) {
    return searchOf(new URLSearchParams([['product', product], ...searchParams]), hash)
  }
  const [, script] = SCRIPT.exec(pathname) ?? []
  if (script !== undefined) return { kind: 'asset', address: pathname, file: `assets/${script}.js`, suffix: '' }
  const [, sha256 = '', name = ''] = ATTACHMENT.exec(pathname) ?? []
  if (sha256 !== '') {
    const saved = `files/${sha256.slice(0, 16)}/${decodeAddress(name)
      .replace(/[^\w.-]/g, '_')
      .slice(-MAX_NAME)}`
    return { kind: 'asset', address: pathname, file: saved, suffix: '' }
  }
  const [, asset] = ASSET.exec(pathname) ?? []
  if (asset !== undefined) return { kind: 'asset', address: pathname, file: `assets/${asset}`, suffix: hash }
  const [, names] = product === undefined ? (PAGES.find(([path]) => path.test(pathname)) ?? []) : [undefined, []]
  if (names === undefined || OTHER_LIST.get(pathname)?.some((name) => searchParams.has(name))) return undefined
  const kept = new URLSearchParams(names.flatMap((name) => parameterOf(searchParams, name)))
  const address = kept.size > 0 ? `${pathname}?${kept}` : pathname
  return { kind: 'page', address, file: fileOf(pathname, kept), suffix: hash }
}

/** Gives a link from one file of the copy to another, such as `../kb/940006.html`. */
export function relativeLink(from: string, { file, suffix }: Pick<CopiedAddress, 'file' | 'suffix'>): string {
  if (from === file && suffix.startsWith('#')) return suffix
  const [own, other] = [from.split('/').slice(0, -1), file.split('/')]
  let shared = 0
  while (shared < own.length && shared < other.length - 1 && own[shared] === other[shared]) shared++
  const steps = [...own.slice(shared).map(() => '..'), ...other.slice(shared).map(encodeURIComponent)]
  return steps.join('/') + suffix
}

const BASE = 'https://copy.invalid'

function searchOf(parameters: URLSearchParams, hash: string): CopiedAddress {
  const suffix = parameters.size > 0 ? `?${parameters}${hash}` : hash
  return { kind: 'search', address: SEARCH_URL, file: SEARCH_FILE, suffix }
}

/** The first page of a list is the list. */
function parameterOf(parameters: URLSearchParams, name: string): [string, string][] {
  const value = parameters.get(name)
  return value === null || !/^[\w-]{1,40}$/.test(value) || (name === 'page' && value === '1') ? [] : [[name, value]]
}

function fileOf(pathname: string, parameters: URLSearchParams): string {
  if (pathname === '/') return 'index.html'
  const names = pathname.slice(1).split('/').map(decodeAddress).map(toFileName)
  const page = [...parameters].map(([name, value]) => `~${name}-${value.toLowerCase()}`).join('')
  return `${names.join('/')}${page}.html`
}

/** A name that every file system takes, and that differs from others in more than case. */
function toFileName(name: string): string {
  const safe = name
    .toLowerCase()
    .replace(/[^a-z0-9._-]/gu, (character) => `~${character.codePointAt(0)?.toString(16)}`)
    .replace(/^\./, '~2e')
  const cut = safe.length > MAX_NAME ? `${safe.slice(0, MAX_NAME)}~${hashOf(safe)}` : safe
  return DEVICE.test(cut) ? `~${cut}` : cut
}
