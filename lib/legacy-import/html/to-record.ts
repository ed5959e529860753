import type { Element, Root } from 'hast'
import { toString as hastText } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { unified } from 'unified'
import type { FrontMatter } from '@/lib/kb/articles/front-matter'
import { completePageRecord, convertPageText } from '@/lib/legacy-import/page/to-record'
import type { Conversion, Problem } from '@/lib/legacy-import/shared/legacy-record'
import { refineBlocks } from './article'
import { limitHtmlDepth } from './depth'
import { HANDLERS } from './handlers'
import { rehypeDropChrome } from './rehype-drop-chrome'
import { remarkTidyText } from './remark-tidy-text'

/** Converts a saved support page into a record; never throws. Nothing of the page is run, and no address is opened. */
export function convertHtml(text: string, file: string): Conversion {
  const limited = limitHtmlDepth(text)
  try {
    const page = PAGE_TO_MARKDOWN.parse(limited.html)
    const pageTitle = titleOf(page)
    const blocks = PAGE_TO_MARKDOWN.runSync(page).children
    const article = refineBlocks({ blocks, pageTitle, file })
    const problems = [...article.problems]
    if (limited.line !== undefined) problems.push(tooDeep(file, limited.line, article.frontMatter))
    return { record: completePageRecord(article.frontMatter, article.children), problems }
  } catch (error) {
    // Tags that close each other in ways that cannot be counted still nest in the tree of the parser.
    if (!(error instanceof RangeError)) throw error
    const { record, problems } = convertPageText(withoutTags(limited.html), file)
    return { record, problems: [...problems, tooDeep(file, limited.line ?? 1, record.frontMatter)] }
  }
}

const PAGE_TO_MARKDOWN = unified()
  .use(rehypeParse)
  .use(rehypeDropChrome)
  .use(rehypeRemark, {
    handlers: HANDLERS,
    nodeHandlers: { text: (_, { value }) => ({ type: 'text', value: value.replace(/[\s\u00a0]+/g, ' ') }) },
  })
  .use(remarkTidyText)
  .freeze()

/** The text of a page whose tree cannot be walked. */
function withoutTags(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '\n')
    .replace(/<[^<>]*>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&(?:nbsp|#160);/g, ' ')
    .replace(/&amp;/g, '&')
}

/** The title of the window, without the name of the site: `Description of ... - Microsoft Support`. */
function titleOf(page: Root): string | undefined {
  const html = page.children.find((child): child is Element => child.type === 'element' && child.tagName === 'html')
  const head = html?.children.find((child): child is Element => child.type === 'element' && child.tagName === 'head')
  const title = head?.children.find((child): child is Element => child.type === 'element' && child.tagName === 'title')
  const text = title && hastText(title).replace(/\s+/g, ' ').trim()
  return (
    text?.replace(/\s[-|–]\s(?:Microsoft|Help and)\b.{0,60}$|^(?:Microsoft Support|Help and Support) ?[-:|] /gi, '') ||
    undefined
  )
}

function tooDeep(file: string, line: number, { number }: Pick<Partial<FrontMatter>, 'number'>): Problem {
  return {
    file,
    line,
    what: 'The page nests more than 200 elements in each other.',
    handled: 'The elements beyond were taken away and their text was kept; compare the article with the page.',
    ...(number !== undefined && { number }),
    kind: 'html-too-deep',
  }
}
