import { type KbNumber, toKbNumber } from './kb-number'

/** Wrapped addresses are longer than those of articles: mail filters add a signature. */
const MAX_WRAPPED_LENGTH = 2000
/** A mail that was forwarded twice has a wrapper around a wrapper. */
const MAX_DEPTH = 3

/** Services and mail filters that put an address into another one, each with how to take it out. */
const WRAPPERS: readonly { readonly name: string; readonly unwrap: (address: string) => string | undefined }[] = [
  {
    // https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fsupport.microsoft.com%2Fkb%2F940006&data=...
    name: 'an address in a parameter',
    unwrap: (address) => /[?&=_](https?%3A%2F%2F[^&\s]+)/i.exec(address)?.[1],
  },
  {
    // https://urldefense.proofpoint.com/v2/url?u=http-3A__support.microsoft.com_kb_940006&d=...
    name: 'Proofpoint, version 2',
    unwrap: (address) =>
      /[?&]u=(https?-3A__[^&\s]+)/i
        .exec(address)?.[1]
        ?.replace(/_/g, '/')
        .replace(/-([\dA-F]{2})/gi, '%$1'),
  },
  {
    // https://web.archive.org/web/2012/http://support.microsoft.com/kb/940006, https://urldefense.com/v3/__http://..._;!!x,
    // and /http:/support.microsoft.com/kb/940006, in which a server has joined the slashes
    name: 'an address at the end of another one',
    unwrap: (address) => {
      const found = /.(https?):\/{1,3}([^\s/][^&\s]*?)(?:__;.*)?$/i.exec(address)
      return found ? `${found[1]}://${found[2]}` : undefined
    },
  },
  {
    // https://web.archive.org/web/2008/support.microsoft.com/kb/940006, http://ftp.zx.net.nz/pub/mirror/ftp.microsoft.com/...
    name: 'a copy with the name of the host in its path',
    unwrap: (address) =>
      /^(?:https?:\/\/)?(?:web\.archive\.org\/web|ftp\.zx\.net\.nz\/pub\/mirror)\/(?:.*?\/)??((?:www\.|ftp\.|support\.)?microsoft\.com\/.+)$/i.exec(
        address,
      )?.[1],
  },
]

/** Archives of the articles that have addresses of their own. */
const ARCHIVES: readonly RegExp[] = [
  // https://www.betaarchive.com/wiki/index.php?title=Microsoft_KB_Archive/937194
  /\bMicrosoft_KB_Archive\/(?:KB|Q)?0*(\d{5,7})\b/i,
  // http://kbalertz.com/824684/Description-Standard-Terminology-Describe-Microsoft-Product.aspx, http://kbalertz.com/kb_824684.aspx
  /\bkbalertz\.com\/(?:kb_|Feedback\.aspx\?kbNumber=)?0*(\d{5,7})\b/i,
  // https://github.com/jeffpar/kbarchive/blob/master/kb/156/Q156715/README.md, https://jeffpar.github.io/kbarchive/kb/156/Q156715/
  /\bjeffpar(?:\.github\.io)?\/kbarchive\/(?:\S*\/)?(?:kb|txt)\/\d{3}\/Q0*(\d{5,7})\b/i,
  /\/kb\/kb0*(\d{5,7})\.aspx?\b/i,
]

/** Lists an address, the addresses that it wraps, and each without percent-encoding. */
export function listAddresses(address: string): readonly string[] {
  const known = new Set([address])
  if (address.length > MAX_WRAPPED_LENGTH) return [...known]
  let newest: readonly string[] = [address]
  for (let depth = 0; depth < MAX_DEPTH && newest.length > 0; depth++) {
    newest = newest.flatMap(unwrapOnce).filter((inner) => !known.has(inner))
    for (const inner of newest) known.add(inner)
  }
  return [...known]
}

/** Gives the article that the address of an archive names, or `undefined`. */
export function parseArchiveAddress(address: string): KbNumber | undefined {
  for (const archive of ARCHIVES) {
    const digits = archive.exec(address)?.[1]
    if (digits !== undefined) return toKbNumber(Number(digits))
  }
  return undefined
}

/** Removes percent-encoding, also a double one; text that is not encoded stays as it is. */
export function decodeFully(text: string): string {
  let plain = text
  for (let depth = 0; depth < MAX_DEPTH && plain.includes('%'); depth++) {
    const decoded = decodeOnce(plain)
    if (decoded === undefined) break
    plain = decoded
  }
  return plain
}

function unwrapOnce(address: string): string[] {
  return [...WRAPPERS.map(({ unwrap }) => unwrap(address)), decodeOnce(address)].flatMap((inner) => inner ?? [])
}

function decodeOnce(text: string): string | undefined {
  if (!text.includes('%')) return undefined
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
