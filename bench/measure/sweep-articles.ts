import type { Element, Nodes, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { readArticleSync } from '@/lib/content/read-article'
import { elementToHtml } from '@/lib/http/document/element-to-html'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { linkTargetsOf } from '@/lib/kb-index/read/relations'
import { ARTICLE_SCHEMA } from '@/lib/markdown/article-schema'
import { renderArticle } from '@/lib/markdown/render-article'
import { threadSeconds } from '@/scripts/shared/thread-seconds'
import { treeToElement } from '@/tests/support/tree-to-html'

export interface SweptArticle {
  readonly path: string
  readonly seconds: number
  readonly elements: number
  /** What a page may not have, or why there is none. */
  readonly faults: readonly string[]
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze()
let open: { readonly file: string; readonly database: IndexDatabase } | undefined

/** Renders articles as their pages do, and reads the HTML as a browser does. This is what the threads of a sweep do. */
export function sweepArticles(
  articles: readonly { readonly number: KbNumber; readonly path: string }[],
  { contentDir, indexFile }: { readonly contentDir: string; readonly indexFile: string },
): SweptArticle[] {
  if (open?.file !== indexFile) open = { file: indexFile, database: openIndex(indexFile) }
  const { database } = open
  return articles.map(({ number, path }) => {
    const began = threadSeconds()
    try {
      const { article } = readArticleSync(contentDir, path)
      const { tree } = renderArticle(article.body, linkTargetsOf(database, number, path))
      const html = elementToHtml(treeToElement(tree))
      const seconds = threadSeconds() - began
      const read = listElements(parser.parse(html))
      return {
        path,
        seconds,
        elements: read.length,
        faults: [...findChange(listElements(tree), read), ...read.flatMap(findFaults)],
      }
    } catch (error) {
      return { path, seconds: threadSeconds() - began, elements: 0, faults: [String(error)] }
    }
  })
}

function listElements(tree: Root): Element[] {
  const elements: Element[] = []
  const visit = (node: Nodes): void => {
    if (node.type === 'element') elements.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return elements
}

/** What a browser reads must be what was written: markup that changes on the way is how filters are passed. */
function findChange(written: readonly Element[], read: readonly Element[]): string[] {
  const names = (elements: readonly Element[]) => elements.map(({ tagName }) => tagName).join(' ')
  return names(written) === names(read) ? [] : ['A browser reads other elements than were written.']
}

const NAMES = new Set(ARTICLE_SCHEMA.tagNames)

function findFaults({ tagName, properties }: Element): string[] {
  const allowed = [...(ARTICLE_SCHEMA.attributes?.[tagName] ?? []), ...(ARTICLE_SCHEMA.attributes?.['*'] ?? [])]
  const names = new Set(allowed.map((one) => (typeof one === 'string' ? one : one[0])))
  for (const name of Object.keys(ARTICLE_SCHEMA.required?.[tagName] ?? {})) names.add(name)
  return [
    ...(NAMES.has(tagName) ? [] : [`<${tagName}> is not allowed.`]),
    ...Object.keys(properties)
      .filter((name) => !names.has(name))
      .map((name) => `<${tagName}> may not have ${name}.`),
    ...[properties.href, properties.src]
      .filter(
        (url) =>
          typeof url === 'string' && /^\s*[a-z][a-z0-9+.-]*:/i.test(url) && !/^(?:https?|mailto|ftp):/i.test(url),
      )
      .map((url) => `<${tagName}> leads to ${url}.`),
  ]
}
