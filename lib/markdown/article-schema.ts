import type { Options as Schema } from 'rehype-sanitize'
import { PHRASING_ELEMENTS } from './rehype-nesting'

/**
 * Everything that an article may contain. Other elements, attributes and protocols do not reach the page, whatever made them;
 * a link with another protocol loses its URL.
 */
export const ARTICLE_SCHEMA: Schema = {
  strip: ['script', 'style'],
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tr: ['table'],
    dt: ['dl'],
    dd: ['dl'],
    summary: ['details'],
  },
  // All ids come from `rehypeHeadingIds` and GFM footnotes, which have their own prefixes.
  clobber: [],
  protocols: { src: [], href: ['http', 'https', 'mailto', 'ftp'] },
  tagNames: [
    ...['section', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'ul', 'ol', 'li', 'blockquote', 'aside', 'hr', 'br'],
    ...['a', 'em', 'strong', 'del', 'code', 'pre', 'span', 'sup', 'input', 'img'],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'figure', 'dl', 'dt', 'dd'],
    ...['details', 'summary', ...PHRASING_ELEMENTS],
  ],
  required: { input: { disabled: true, type: 'checkbox' } },
  attributes: {
    '*': [['dir', 'auto']],
    a: [
      'href',
      'title',
      'rel',
      'dataKb',
      'dataState',
      'dataExternal',
      'dataFootnoteRef',
      'dataFootnoteBackref',
      'id',
      'ariaLabel',
      'ariaDescribedBy',
    ],
    abbr: ['title'],
    aside: [['dataAlert', 'note', 'tip', 'important', 'warning', 'caution']],
    code: [['className', /^language-[\w+-]{1,20}$/]],
    dd: ['dataEventType'],
    details: ['open'],
    dfn: ['title'],
    figure: ['dataEvent'],
    img: [
      ['src', /^\/pictures\/[0-9a-f]{64}\.[a-z]{3,4}$/],
      'alt',
      'width',
      'height',
      ['loading', 'lazy'],
      ['decoding', 'async'],
    ],
    input: ['checked'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    section: ['dataFootnotes'],
    span: ['id', ['dataPart', 'number', 'title', 'picture', 'file'], ['className', /^hljs-[\w-]{1,30}$/]],
    td: ['align', ['colSpan', /^[1-9]\d?$/], ['rowSpan', /^[1-9]\d?$/]],
    th: ['align', ['colSpan', /^[1-9]\d?$/], ['rowSpan', /^[1-9]\d?$/]],
    ul: [
      ['dataList', 'references'],
      ['className', 'contains-task-list'],
    ],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
  },
}
