import { type CopiedAddress, copyAddress, relativeLink } from '@/lib/export/page-file'
import { type CopiedPage, rewritePage } from '@/lib/export/rewrite-page'
import { decodeAddress } from '@/lib/kb/numbers/decode-address'
import { CommandError } from '@/scripts/shared/command-error.mjs'

/** What the site answers. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly location?: string
  readonly body: Buffer
}

interface Copying {
  readonly ask: (address: string) => Promise<Answer>
  readonly write: (file: string, bytes: string | Uint8Array) => Promise<void>
  /** Where copying begins; it follows all links from there. */
  readonly seeds: readonly string[]
  /** Pages that are made at a time. */
  readonly connections: number
  /** Files that the copy has beside those of the site. */
  readonly ownFiles: ReadonlySet<string>
  /** The path below which a host serves the copy: for its page about what is missing, which has no place of its own. */
  readonly base?: string
  readonly onProgress?: (done: number, known: number) => void
}

export interface CopyReport {
  readonly pageCount: number
  readonly assetCount: number
  /** Links of pages that lead to nothing on the site as well: their words stayed. */
  readonly deadLinks: number
  /** Links to a section that their page does not have. */
  readonly deadSections: readonly string[]
}

const PAGE_OF_WHAT_IS_MISSING = '/no-such-page'
/** Opened as a file, a page may load its own scripts, styles and pictures, and nothing else. */
const POLICY =
  "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; form-action 'self' file:; base-uri 'none'"
const HEAD = `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`
const SEARCH_HEAD = `<script src="assets/search.js" defer></script>`
const NO_SCRIPT =
  '<noscript><p>The search of this copy needs JavaScript. Products, updates and the atlas list all articles without.</p></noscript>'

/** Copies all pages that are found from the seeds on, with what they show. Throws a `CommandError` if the site fails to make one. */
export async function copyPages(copying: Copying): Promise<CopyReport> {
  const { ask, write, seeds, connections, ownFiles, base, onProgress } = copying
  const targets = new Map<string, CopiedAddress>()
  const waiting: CopiedAddress[] = []
  /** Where an address leads that is not that of a page; `undefined` if nowhere. */
  const elsewhere = new Map<string, CopiedAddress | undefined>()
  const links = new Map<string, readonly string[]>()
  const sections = new Map<string, ReadonlySet<string>>()
  const sectionLinks = new Map<string, readonly { file: string; id: string }[]>()
  const files = new Map<string, string>()
  let done = 0
  let assetCount = 0

  const add = (target: CopiedAddress) => {
    if (targets.has(target.address)) return
    targets.set(target.address, target)
    waiting.push(target)
    const other = files.get(target.file)
    if (other !== undefined) throw new Error(`${other} and ${target.address} have the same file, ${target.file}.`)
    files.set(target.file, target.address)
  }
  const resolve = (href: string): CopiedAddress | undefined => {
    const target = copyAddress(href)
    if (target === undefined || !elsewhere.has(target.address)) return target
    const moved = elsewhere.get(target.address)
    return moved && { ...moved, suffix: target.suffix || moved.suffix }
  }

  const copy = async (target: CopiedAddress) => {
    const { address, file, kind } = target
    const { status, type, location, body } = await ask(address)
    if (status >= 500) throw new CommandError(`The site could not make ${address} (status ${status}). See its output.`)
    if (status >= 300 && status < 400) {
      const moved = location === undefined ? undefined : copyAddress(location)
      elsewhere.set(address, moved)
      if (moved) add(moved)
    } else if (kind === 'asset' && status === 200) {
      assetCount++
      await write(file, body)
    } else if (/^text\/html\b/.test(type) && (status === 200 || isMissingArticle(address))) {
      await writePage(target, body.toString())
    } else elsewhere.set(address, undefined)
  }
  const writePage = async ({ address, file, kind }: CopiedAddress, html: string) => {
    const isSearch = kind === 'search'
    const page = rewritePage(html, {
      linkTo: (target) => relativeLink(file, target),
      resolve,
      head: isSearch ? HEAD + SEARCH_HEAD : HEAD,
    })
    await write(file, isSearch ? page.html.replace(/<main\b[^>]*>/, (tag) => tag + NO_SCRIPT) : page.html)
    links.set(address, noteLinks(file, page))
  }
  const noteLinks = (file: string, page: CopiedPage): string[] => {
    sections.set(file, page.ids)
    for (const link of page.links) if (!ownFiles.has(link.file)) add(link)
    sectionLinks.set(file, page.links.flatMap(sectionOf))
    return [...new Set(page.links.map(({ address }) => address))]
  }

  for (const seed of seeds) {
    const target = copyAddress(seed)
    if (target) add(target)
  }
  await inTurns(connections, waiting, async (target) => {
    await copy(target)
    onProgress?.(++done, targets.size)
  })
  // Which links lead nowhere, or further, is known only now.
  const stale = [...links].filter(([, addresses]) => addresses.some((address) => elsewhere.has(address)))
  await inTurns(
    connections,
    stale.flatMap(([address]) => targets.get(address) ?? []),
    copy,
  )
  if (base !== undefined) {
    const { body } = await ask(PAGE_OF_WHAT_IS_MISSING)
    const linkTo = (target: CopiedAddress) => base + relativeLink('404.html', target)
    await write('404.html', rewritePage(body.toString(), { linkTo, resolve, head: HEAD }).html)
  }
  requireTargets(links, targets, elsewhere, ownFiles)
  const deadSections = [...sectionLinks].flatMap(([from, own]) =>
    own.flatMap(({ file, id }) => (sections.get(file)?.has(id) ? [] : [`${from}: ${file}#${id}`])),
  )
  return {
    pageCount: links.size,
    assetCount,
    deadLinks: [...elsewhere.values()].filter((target) => target === undefined).length,
    deadSections: [...new Set(deadSections)].sort(),
  }
}

/** The section that a link leads to; `#top` is in every page. */
function sectionOf({ kind, file, suffix }: CopiedAddress): { file: string; id: string }[] {
  if (kind !== 'page' || !suffix.startsWith('#') || suffix === '#top') return []
  return [{ file, id: decodeAddress(suffix.slice(1)) }]
}

/** The page about a number that articles cite and the collection lacks is a page, and its status says that the article is missing. */
function isMissingArticle(address: string): boolean {
  return /^\/(?:kb|a)\//.test(address)
}

/** Throws if any page of the copy leads to a file that it does not have, which would be a fault of this program. */
function requireTargets(
  links: ReadonlyMap<string, readonly string[]>,
  targets: ReadonlyMap<string, CopiedAddress>,
  elsewhere: ReadonlyMap<string, unknown>,
  ownFiles: ReadonlySet<string>,
): void {
  for (const [page, addresses] of links) {
    for (const address of addresses) {
      const target = targets.get(address)
      const isThere = links.has(address) || (target?.kind === 'asset' && !elsewhere.has(address))
      if (!isThere && !(target === undefined && ownFiles.has(copyAddress(address)?.file ?? ''))) {
        throw new Error(`${page} leads to ${address}, which the copy does not have.`)
      }
    }
  }
}

/** Works on a list that may grow meanwhile, `count` at a time. The first fault ends all. */
async function inTurns<Item>(count: number, list: Item[], work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0
  let active = 0
  await new Promise<void>((resolve, reject) => {
    let isOver = false
    const go = () => {
      if (isOver) return
      if (next === list.length && active === 0) return resolve()
      while (active < count && next < list.length) {
        const item = list[next++] as Item
        active++
        work(item).then(
          () => {
            active--
            go()
          },
          (error) => {
            isOver = true
            reject(error)
          },
        )
      }
    }
    go()
  })
}
