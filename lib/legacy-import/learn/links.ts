import { decodeAddress } from '@/lib/kb/numbers/decode-address'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { parseCitedUrl } from '@/lib/kb/numbers/legacy-url'
import { isPictureName } from './pictures'
import { FROM_ROOT, type LearnArticle, type LearnTree, localPath } from './tree'

/** Where a link leads: to a URL, or to nothing that could be opened. */
export type Resolved = { readonly url: string; readonly fault?: 'dead-link' } | undefined

const SITE = 'https://learn.microsoft.com'
/** Where the docset is published. */
const BASE = '/troubleshoot/'
/** More steps are a circle. */
const MAX_REDIRECTIONS = 10

/** Resolves the address of a link in the file at `path`. Gives `undefined` for an address that means nothing outside of the dialect. */
export function resolveLink(address: string, path: string, tree: LearnTree): Resolved {
  if (/^xref:/i.test(address)) return undefined
  const self = tree.articles.get(path.toLowerCase())
  if (address.startsWith('#')) return { url: `#${anchorIn(self, address.slice(1))}` }
  const number = supportNumber(address)
  if (number !== undefined) return { url: `/kb/${number}` }
  const { file, query, fragment } = splitAddress(address)
  const site = sitePathOf(file)
  if (site !== undefined) return resolveSite(site, { query, fragment, address, self, tree })
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) && !address.startsWith(FROM_ROOT)) return { url: address }
  if (file.startsWith('/')) return { url: SITE + address }
  const target = localPath(file, path, tree)
  if (target === undefined || !/\.(?:md|ya?ml)$/i.test(target)) return undefined
  const found = findArticle(target, tree)
  if (typeof found === 'object') return { url: articleAddress(found, fragment, self) }
  if (found !== undefined) return { url: found + fragment }
  return { url: published(target, tree) + query + fragment, ...(isYaml(target) ? {} : { fault: 'dead-link' }) }
}

/** Gives the path of a picture below the root; `undefined` if it leaves the root or is no picture. */
export function resolvePicture(address: string, path: string, tree: LearnTree): string | undefined {
  const target = localPath(splitAddress(address).file, path, tree)
  return target !== undefined && isPictureName(target) ? target : undefined
}

/** The address at which an article is published. */
export function publishedUrl(path: string, tree: LearnTree): string {
  return published(path, tree)
}

/** Tells whether an address leads to a file beside the article and not to a site. */
export function isLocal(address: string): boolean {
  return address.startsWith(FROM_ROOT) || !/^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(address)
}

/** The article that an address of the vendor's support site names. */
function supportNumber(address: string): KbNumber | undefined {
  return /^(?:https?|ftp):/i.test(address) ? parseCitedUrl(address) : undefined
}

interface Site {
  readonly query: string
  readonly fragment: string
  readonly address: string
  readonly self: LearnArticle | undefined
  readonly tree: LearnTree
}

function resolveSite(site: string, { query, fragment, address, self, tree }: Site): Resolved {
  const found = findArticle(`${tree.docset}${site.replace(/\.md$/i, '')}.md`, tree)
  if (typeof found === 'object') return { url: articleAddress(found, fragment, self) }
  if (found !== undefined) return { url: found + fragment }
  return { url: address.startsWith('/') ? `${SITE}${BASE}${site}${query}${fragment}` : address }
}

/** `/troubleshoot/path`, with a language or on the site's own host; the path below the docset. */
function sitePathOf(file: string): string | undefined {
  const [, path] =
    /^(?:https?:\/\/(?:docs|learn)\.microsoft\.com)?(?:\/[a-z]{2}-[a-z]{2})?\/troubleshoot\/(.+?)\/?$/i.exec(file) ?? []
  return path
}

/** Follows redirections until an article of the input, or an address outside. */
export function findArticle(path: string, tree: LearnTree): LearnArticle | string | undefined {
  let key = path.toLowerCase()
  for (let step = 0; step < MAX_REDIRECTIONS; step++) {
    const article = tree.articles.get(key)
    if (article) return article.isImported ? article : published(article.path, tree)
    const target = tree.redirections.get(key)
    if (target === undefined) return undefined
    const site = sitePathOf(splitAddress(target).file)
    if (site === undefined) return target.startsWith('/') ? SITE + target : target
    key = `${tree.docset}${site}.md`.toLowerCase()
  }
  return undefined
}

function articleAddress(article: LearnArticle, fragment: string, self: LearnArticle | undefined): string {
  const section = fragment === '' ? '' : `#${anchorIn(article, fragment.slice(1))}`
  if (article === self && section !== '') return section
  return (article.number === undefined ? `/article/${article.name}` : `/kb/${article.number}`) + section
}

/** A place inside of a section leads to the heading of the section. */
function anchorIn(article: LearnArticle | undefined, fragment: string): string {
  // The site keeps a hyphen for a blank at the end of a heading.
  return article?.anchors.get(fragment.toLowerCase()) ?? fragment.replace(/(?<=[^-])-+$/, '')
}

function published(path: string, { docset }: LearnTree): string {
  const below = path.toLowerCase().startsWith(docset.toLowerCase()) ? path.slice(docset.length) : path
  return `${SITE}${BASE}${below.replace(/\.(?:md|ya?ml)$/i, '')}`
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/i.test(path)
}

function splitAddress(address: string): { file: string; query: string; fragment: string } {
  const [, file = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(address) ?? []
  return { file: decodeAddress(file).replaceAll('\\', '/'), query, fragment: fragment === '#' ? '' : fragment }
}
