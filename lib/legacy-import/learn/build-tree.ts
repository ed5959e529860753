import { isArticleName } from '@/lib/kb/numbers/article-name'
import { type KbNumber, toKbNumber } from '@/lib/kb/numbers/kb-number'
import { slugOf } from '@/lib/kb/numbers/slug'
import { findArticle } from './links'
import type { SurveyedFile } from './survey-file'
import type { LearnArticle, LearnTree } from './tree'

/** What was found in all files of a repository, before it is known whose each number is. */
export interface Survey extends Omit<LearnTree, 'articles'> {
  readonly files: ReadonlyMap<string, SurveyedFile & { readonly path: string; readonly isImported: boolean }>
}

/** No article has moved more often. */
const MAX_FORMER_NAMES = 100

/** Decides whose each number is, and gives every other article a name. */
export function buildTree(survey: Survey): LearnTree {
  const { files, ...tree } = survey
  const paths = [...files.keys()].sort()
  const claims = new Map<KbNumber, string[]>()
  for (const key of paths) {
    const [number] = files.get(key)?.numbers ?? []
    if (number !== undefined) claims.set(number, [...(claims.get(number) ?? []), key])
  }
  const articles = new Map<string, LearnArticle>()
  for (const key of paths) {
    const file = files.get(key)
    if (!file) continue
    const [number, ...others] = file.numbers
    const claimants = number === undefined ? [] : (claims.get(number) ?? [])
    const owner = claimants.length > 1 ? chooseOwner(claimants, tree) : { key, isCertain: true }
    const isOwner = number !== undefined && owner.key === key
    articles.set(key, {
      path: file.path,
      isImported: file.isImported,
      anchors: file.anchors,
      ...(isOwner ? { number } : { name: nameOf(file.path, tree.docset) }),
      aliases: isOwner ? others.filter((alias) => !claims.has(alias)) : [],
      formerNames: isOwner ? [nameOf(file.path, tree.docset)] : [],
      ...(number !== undefined && doubtOf(number, claimants, { ...owner, isOwner }, files)),
    })
  }
  return { ...tree, articles: withFormerNames({ ...tree, articles }) }
}

/** Gives each article the names of the paths that are redirected to it. A name that two articles could have stays with the first. */
function withFormerNames(tree: LearnTree): LearnTree['articles'] {
  const articles = new Map(tree.articles)
  const taken = new Set(Array.from(articles.values(), ({ path }) => nameOf(path, tree.docset)))
  for (const path of [...tree.redirections.keys()].sort()) {
    const article = articles.has(path) || !path.startsWith(tree.docset) ? undefined : findArticle(path, tree)
    const name = nameOf(path, tree.docset)
    if (typeof article !== 'object' || taken.has(name)) continue
    taken.add(name)
    const key = article.path.toLowerCase()
    const known = articles.get(key) ?? article
    if (known.formerNames.length < MAX_FORMER_NAMES) {
      articles.set(key, { ...known, formerNames: [...known.formerNames, name] })
    }
  }
  return articles
}

/**
 * Chooses the owner of a number that several articles state: the one to which a file of another name was redirected, since it
 * took the number over with the text; else the one whose name the names of the others begin with; else the first.
 */
function chooseOwner(
  keys: readonly string[],
  { redirections }: Pick<LearnTree, 'redirections'>,
): { key: string; isCertain: boolean } {
  const moved = new Set<string>()
  for (const [source, target] of redirections) {
    const name = baseName(target.replace(/[?#].*$/, '').toLowerCase())
    if (baseName(source) !== name) moved.add(name)
  }
  const heirs = keys.filter((key) => moved.has(baseName(key)))
  if (heirs.length === 1 && heirs[0] !== undefined) return { key: heirs[0], isCertain: true }
  const parents = keys.filter((key) => keys.every((other) => baseName(other).startsWith(baseName(key))))
  if (parents.length === 1 && parents[0] !== undefined) return { key: parents[0], isCertain: true }
  return { key: keys[0] ?? '', isCertain: false }
}

function baseName(path: string): string {
  return (path.replace(/\/+$/, '').split('/').at(-1) ?? '').replace(/\.(?:md|ya?ml)$/i, '')
}

/** The path below the docset, without its ending: a name that stays as long as the file stays where it is. */
export function nameOf(path: string, docset: string): string {
  const below = path.toLowerCase().startsWith(docset) ? path.slice(docset.length) : path
  const name = below.replace(/\.(?:md|ya?ml)$/i, '').toLowerCase()
  if (isArticleName(name)) return name
  const parts = name.split('/').map(slugOf)
  return isArticleName(parts.join('/')) ? parts.join('/') : `article/${parts.join('-')}`.slice(0, 300)
}

/** Numbers that the vendor did not give: none is above, and those below are mostly of other kinds of help. */
const HIGHEST = toKbNumber(6_000_000)
const LOWEST = toKbNumber(100_000)

function doubtOf(
  number: KbNumber,
  keys: readonly string[],
  owner: { key: string; isCertain: boolean; isOwner: boolean },
  files: Survey['files'],
): Pick<LearnArticle, 'doubt'> {
  const pathOf = (key: string) => files.get(key)?.path ?? key
  if (keys.length > 1 && !owner.isOwner) {
    const what = `The number ${number} is that of "${pathOf(owner.key)}" as well.`
    const handled = `${owner.isCertain ? 'It is kept there' : 'The first file keeps it'}; this article is imported by its name.`
    return { doubt: { kind: 'shared-number', what, handled } }
  }
  if ((HIGHEST !== undefined && number > HIGHEST) || (LOWEST !== undefined && number < LOWEST)) {
    const what = `The number ${number} is unusual for such an article.`
    return { doubt: { kind: 'odd-number', what, handled: 'It was imported as it is written.' } }
  }
  return {}
}
