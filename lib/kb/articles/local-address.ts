import { decodeAddress } from '@/lib/kb/numbers/decode-address'
/** Tells whether an address is that of a file beside the article. */
export function isLocalAddress(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?])/i.test(url)
}

/** Gives the path of an address beside an article; `undefined` if it leaves the content folder or names a hidden file. */
export function resolveBeside(file: string, url: string): string | undefined {
  const parts = file.split('/').slice(0, -1)
  for (const part of decodeAddress(url.replace(/[?#].*$/s, '')).split(/[\\/]/)) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.some((part) => part.startsWith('.') || part.includes('\0')) ? undefined : parts.join('/')
}
