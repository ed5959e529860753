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
    // https://web.archive.org/web/2012/http://support.microsoft.com/kb/940006, https://urldefense.com/v3/__http://..._;!!x
    name: 'an address at the end of another one',
    unwrap: (address) => /.(https?:\/\/[^&\s]+?)(?:__;.*)?$/i.exec(address)?.[1],
  },
]
/** Archives of the articles that have addresses of their own. */
const ARCHIVES: readonly RegExp[] = [
  /\bMicrosoft_KB_Archive\/(?:KB|Q)?0*(\d{5,7})\b/i,
  /\bkbalertz\.com\/(?:kb_|Feedback\.aspx\?kbNumber=)0*(\d{5,7})\b/i,
  /\/kb\/kb0*(\d{5,7})\.aspx?\b/i,
]

/** Lists an address, the address that it wraps, and both without percent-encoding. */
export function listAddresses(address: string): readonly string[] {
  const wrapped = WRAPPERS.flatMap(({ unwrap }) => unwrap(address) ?? [])
  return [...new Set([address, ...wrapped, ...[address, ...wrapped].flatMap((one) => decodeAddress(one) ?? [])])]
}

/** Gives the digits of the article that the address of an archive names, or `undefined`. */
export function parseArchiveAddress(address: string): string | undefined {
  for (const archive of ARCHIVES) {
    const digits = archive.exec(address)?.[1]
    if (digits !== undefined) return digits
  }
  return undefined
}

function decodeAddress(address: string): string | undefined {
  if (!address.includes('%')) return undefined
  try {
    return decodeURIComponent(address)
  } catch (error) {
    if (error instanceof URIError) return undefined
    throw error
  }
}
