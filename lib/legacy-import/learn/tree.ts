import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { FolderMetadata } from './docfx'

/** A clone or an archive of a repository of living articles, as far as converting one of its files needs it. */
export interface LearnTree {
  /** Where the input begins, as a path below the root of the repository: empty, or with `/` at its end. */
  readonly prefix: string
  /** The folder that is published, below the root of the repository, with `/` at its end. */
  readonly docset: string
  /** The articles, by path in lower case. */
  readonly articles: ReadonlyMap<string, LearnArticle>
  /** What is included by articles, by path in lower case, without front matter. */
  readonly includes: ReadonlyMap<string, string>
  /** Where a path has moved to, by path in lower case: a path of the site, or a URL. */
  readonly redirections: ReadonlyMap<string, string>
  /** The paths of the pictures, in lower case. */
  readonly pictures: ReadonlySet<string>
  readonly metadata: FolderMetadata
  readonly repository?: string
  readonly licence?: string
  /** The day of the snapshot. */
  readonly captured?: string
}

/** One article of the tree. It has a number or a name. */
export interface LearnArticle {
  /** Path below the root of the repository. */
  readonly path: string
  readonly number?: KbNumber
  readonly name?: string
  /** Further numbers that its line states and that no other article has. */
  readonly aliases: readonly KbNumber[]
  /** The paths below the docset under which it is or was published, so that old addresses lead to it; not its own name. */
  readonly formerNames: readonly string[]
  /** False for an article that lies outside of the input. */
  readonly isImported: boolean
  /** The ids of places in the text, each with the id of the heading that it is in. */
  readonly anchors: ReadonlyMap<string, string>
  /** Why the article has not the number that it states, or why the number is doubtful. */
  readonly doubt?: { readonly kind: string; readonly what: string; readonly handled: string }
}

/** A tree that knows nothing, for a file that comes alone. */
export const NO_TREE: LearnTree = {
  prefix: '',
  docset: 'support/',
  articles: new Map(),
  includes: new Map(),
  redirections: new Map(),
  pictures: new Set(),
  metadata: [],
}

/** Joins a relative path to the folder of a file; `undefined` if it leaves the root. */
export function resolvePath(from: string, relative: string): string | undefined {
  const parts = from.split('/').slice(0, -1)
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}

/** How an address begins that is given from the root of the repository, since it was relative to an include. */
export const FROM_ROOT = 'repository:/'

/** Gives the path below the root to which an address in the file at `from` leads; `undefined` if it leaves the root. */
export function localPath(address: string, from: string, { docset }: Pick<LearnTree, 'docset'>): string | undefined {
  if (address.startsWith(FROM_ROOT)) return resolvePath('', address.slice(FROM_ROOT.length))
  return address.startsWith('~/') ? resolvePath('', docset + address.slice(2)) : resolvePath(from, address)
}
