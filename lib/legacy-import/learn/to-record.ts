import type { Root } from 'mdast'
import { toString as wordsOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Conversion, Problem } from '@/lib/legacy-import/shared/legacy-record'
import { replaceBlockHtml } from './block-html'
import { buildTree } from './build-tree'
import { replaceDirectives } from './directives'
import { readFaq } from './faq'
import { parseFields, textOf } from './fields'
import { toFrontMatter } from './front-matter'
import { expandIncludes } from './includes'
import { takeLabelLines } from './label-lines'
import { isLocal, resolveLink, resolvePicture } from './links'
import { pictureAddress } from './pictures'
import { splitFrontMatter, surveyFile } from './survey-file'
import { parseBody, takeTitle } from './tidy-tree'
import { FROM_ROOT, type LearnArticle, type LearnTree } from './tree'

/** Converts an article of a living repository; `file` is its path inside the input. */
export function convertLearn(text: string, file: string, tree: LearnTree): Conversion {
  const path = tree.prefix + file
  const problems: Problem[] = []
  const report = (kind: string, what: string, handled: string, line = 1) =>
    problems.push({ file, line, kind, what, handled })
  const page = readPage(text)
  const article = tree.articles.get(path.toLowerCase()) ?? articleAlone(text, path, tree)
  if (page.isBroken) report('broken-front-matter', 'The front matter is not valid YAML.', 'Its plain lines were read.')
  if (article?.doubt) report(article.doubt.kind, article.doubt.what, article.doubt.handled)

  const labels = takeLabelLines(page.body)
  const markdown = replaceBlockHtml(
    replaceDirectives(
      expandIncludes(labels.body, path, tree, ({ path: include, why }) => {
        const { what, handled } = INCLUDE_FAULTS[why](include)
        report('missing-include', what, handled)
      }),
      (name) => report('unknown-directive', `The directive "${name}" is not known.`, 'It stays as text.'),
    ),
  )
  const root = parseBody(markdown, {
    link: (url, line) => {
      const resolved = resolveLink(url, path, tree)
      if (resolved?.fault)
        report(resolved.fault, `The link "${url}" leads to no file.`, "It leads to the vendor's site.", line)
      return resolved?.url
    },
    picture: (url, line) => {
      if (!isLocal(url)) return url
      const picture = resolvePicture(url, path, tree)
      if (picture === undefined || !tree.pictures.has(picture.toLowerCase())) {
        report(
          'missing-picture',
          `The picture "${url.replace(FROM_ROOT, '')}" is not in the input.`,
          'Its alternative text stays.',
          line,
        )
      }
      return picture === undefined ? undefined : pictureAddress(picture, article, tree)
    },
  })
  const heading = takeTitle(root)?.replace(/^KB\s?\d{5,7}\s*[-–—:]\s+/i, '')
  const title = heading || textOf(page.fields, 'title') || (path.split('/').at(-1) ?? path)
  if (textOf(page.fields, 'ms.date') === '')
    report('no-date', 'The field "ms.date" is empty.', 'The article has no date of review.')
  const frontMatter = toFrontMatter(
    { path, fields: page.fields, products: labels.products, title, headings: headingsOf(root), article },
    tree,
  )
  return { record: { frontMatter, tree: root }, problems }
}

/** What is known of a file that comes without its repository. */
function articleAlone(text: string, path: string, tree: LearnTree): LearnArticle | undefined {
  const key = path.toLowerCase()
  const files = new Map([[key, { ...surveyFile(text), path, isImported: true }]])
  return buildTree({ ...tree, files }).articles.get(key)
}

function readPage(text: string) {
  const faq = readFaq(text)
  if (faq) return { ...faq, isBroken: false }
  const parts = splitFrontMatter(text)
  return parts ? { ...parseFields(parts.yaml), body: parts.body } : { fields: new Map(), body: text, isBroken: false }
}

const INCLUDE_FAULTS = {
  missing: (path: string) => ({
    what: `The include "${path}" is not in the input.`,
    handled: 'Nothing stands in its place.',
  }),
  circle: (path: string) => ({
    what: `The include "${path}" includes itself.`,
    handled: 'It was left out where it begins again.',
  }),
  size: (path: string) => ({
    what: `With the include "${path}" the article would be too long.`,
    handled: 'It was left out.',
  }),
}

function headingsOf(root: Root): string[] {
  const headings: string[] = []
  visit(root, 'heading', (node) => {
    headings.push(wordsOf(node).trim())
  })
  return headings
}
