import { type Token, Tokenizer, TokenizerMode } from 'parse5'
import type { CopiedAddress } from './page-file'

/** A page of the copy, and what it needs to be there. */
export interface CopiedPage {
  readonly html: string
  readonly links: readonly CopiedAddress[]
  readonly ids: ReadonlySet<string>
}

interface Copying {
  /** Gives the link to something of the copy. */
  readonly linkTo: (target: CopiedAddress) => string
  /** Gives what a link leads to, `undefined` for what the copy does not have. */
  readonly resolve: (href: string) => CopiedAddress | undefined
  /** Elements for the end of the head. */
  readonly head?: string
}

/** The attribute of each element that names something of the site. */
const ADDRESSES: ReadonlyMap<string, string> = new Map([
  ['a', 'href'],
  ['area', 'href'],
  ['link', 'href'],
  ['form', 'action'],
  ['img', 'src'],
  ['script', 'src'],
])
/** What only the address of a server could say: pictures of shared links, other forms of the page, feeds. */
const LEFT_OUT_META = /^(?:twitter:|og:(?:image|url)|article:)/
const KEPT_LINKS = /^(?:stylesheet|icon|apple-touch-icon)$/
/** Marks an element that is of use only where the server is. */
const LIVE = 'data-live'
/** Elements that go with all they contain where they lead to nothing: a room of the site that the copy does not have. */
const BARS = new Set(['nav', 'footer'])
const RAW: ReadonlyMap<string, number> = new Map([
  ['script', TokenizerMode.SCRIPT_DATA],
  ['style', TokenizerMode.RAWTEXT],
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
])

/**
 * Makes a page of the site one of a copy: its links are relative, and what needs the server is left out. A link to something
 * that the copy lacks becomes its words. Everything else stays as the site wrote it, to the byte.
 */
export function rewritePage(page: string, { linkTo, resolve, head = '' }: Copying): CopiedPage {
  const parts: string[] = []
  const links: CopiedAddress[] = []
  const ids = new Set<string>()
  let at = 0
  let bars = 0
  /** The element that is being left out, with or without what it contains, and how many of its name are open inside. */
  let dropped: { name: string; isWhole: boolean; inside: number } | undefined
  const replace = ({ location }: Token.TagToken, text: string) => {
    if (!location || dropped?.isWhole) return
    parts.push(page.slice(at, location.startOffset), text)
    at = location.endOffset
  }

  const onStartTag = (token: Token.TagToken) => {
    const { tagName, attrs } = token
    tokenizer.state = RAW.get(tagName) ?? tokenizer.state
    if (dropped?.name === tagName) dropped.inside++
    if (dropped?.isWhole) return
    if (attributeOf(attrs, LIVE) !== undefined) return leaveOut(token, true)
    if (BARS.has(tagName)) bars++
    const id = attrs.find(({ name }) => name === 'id')
    if (id) ids.add(id.value)
    const name = ADDRESSES.get(tagName)
    if (name === undefined) {
      if (tagName === 'meta' && LEFT_OUT_META.test(attributeOf(attrs, 'property') ?? attributeOf(attrs, 'name') ?? ''))
        replace(token, '')
      return
    }
    const href = attributeOf(attrs, name)
    if (tagName === 'link' && !KEPT_LINKS.test(attributeOf(attrs, 'rel') ?? '')) return replace(token, '')
    if (tagName === 'script' && href === undefined) return leaveOut(token, true)
    if (href === undefined || /^(?:#|[a-z][a-z0-9+.-]*:)/i.test(href)) return
    const target = tagName === 'form' ? resolveForm(href) : resolve(href)
    if (target === undefined) {
      if (tagName === 'a') leaveOut(token, bars > 0)
      else if (tagName === 'form' || tagName === 'script') leaveOut(token, true)
      else replace(token, '')
      return
    }
    links.push(target)
    const own = tagName === 'script' ? attrs.filter((attribute) => attribute.name !== 'type') : attrs
    const all = own.map((attribute) =>
      attribute.name === name
        ? { name, value: linkTo(tagName === 'form' ? { ...target, suffix: '' } : target) }
        : attribute,
    )
    // A page that is opened as a file may load no modules.
    const isModule = tagName === 'script' && own.length < attrs.length
    const fields = tagName === 'form' ? formatFields(target) : ''
    replace(token, formatTag(tagName, isModule ? [...all, { name: 'defer', value: '' }] : all) + fields)
  }

  /** A form of a copy can only search; that of a product's page searches its articles. */
  const resolveForm = (href: string) => {
    const page = resolve(href)
    const target = page?.kind === 'page' ? resolve(`${href}?q=`) : page
    return target?.kind === 'search' ? target : undefined
  }

  const leaveOut = (token: Token.TagToken, isWhole: boolean) => {
    replace(token, '')
    dropped = { name: token.tagName, isWhole, inside: 0 }
  }

  const onEndTag = (token: Token.TagToken) => {
    if (dropped?.name === token.tagName && dropped.inside-- === 0) {
      if (dropped.isWhole) at = token.location?.endOffset ?? at
      else replace(token, '')
      dropped = undefined
      return
    }
    if (dropped?.isWhole) return
    if (BARS.has(token.tagName)) bars--
    if (token.tagName === 'head' && head !== '') replace(token, `${head}</head>`)
  }

  const ignore = () => {}
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag,
      onEndTag,
      onComment: ignore,
      onDoctype: ignore,
      onEof: ignore,
      onCharacter: ignore,
      onNullCharacter: ignore,
      onWhitespaceCharacter: ignore,
    },
  )
  tokenizer.write(page, true)
  parts.push(page.slice(at))
  return { html: parts.join(''), links, ids }
}

function attributeOf(attrs: readonly Token.Attribute[], name: string): string | undefined {
  return attrs.find((attribute) => attribute.name === name)?.value
}

/** The address of a form takes no parameters. */
function formatFields({ suffix }: CopiedAddress): string {
  const kept = [...new URLSearchParams(suffix)].filter(([name]) => name !== 'q')
  return kept.map(([name, value]) => `<input type="hidden" name="${name}" value="${escapeValue(value)}">`).join('')
}

function formatTag(name: string, attrs: readonly Token.Attribute[]): string {
  const text = attrs.map((attribute) =>
    attribute.value === '' ? ` ${attribute.name}` : ` ${attribute.name}="${escapeValue(attribute.value)}"`,
  )
  return `<${name}${text.join('')}>`
}

function escapeValue(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
