import { Fragment, isValidElement, type ReactNode } from 'react'

type Properties = Readonly<Record<string, unknown>>

/** Names that HTML writes otherwise than React. Case matters in SVG only, which has some of them with hyphens. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['className', 'class'],
  ['htmlFor', 'for'],
  ['defaultValue', 'value'],
  ['defaultChecked', 'checked'],
])
const HYPHENATED = /^(?:stroke|fill|font|text|accept)(?=[A-Z])/
const NAME = /^[a-z][\w:-]*$/i
const TAG = /^[a-z]\w*$/i
/** What would run or draw something, which no component of this site asks for. */
const REFUSED = /^(?:on|style$|ref$|dangerouslySetInnerHTML$)/i
const ADDRESSES = new Set(['href', 'src', 'action', 'formAction', 'xlinkHref', 'data', 'poster', 'cite'])
/** Of these, `true` and `false` are words. */
const WORDY = /^(?:aria-|data-|spellCheck$)/
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
/** Our components have far fewer names of elements and attributes. */
const MAX_NAMES = 500
const MEMO = Symbol.for('react.memo')
/** What `memo` wraps is written once for each of so many different properties. */
const MAX_REMEMBERED = 8

interface AttributeRule {
  /** A blank and the name as HTML has it. */
  readonly start: string
  readonly isAddress: boolean
  readonly isWordy: boolean
}

/** Names that have passed every check, so that a page need not check them a thousand times. */
const knownAttributes = new Map<string, AttributeRule>()
const knownTags = new Set<string>()

type Component = (properties: Properties) => ReactNode

/** A component that `memo` of React has wrapped: with the same properties it looks the same. */
interface MemoComponent {
  readonly type: Component
  readonly compare: ((one: Properties, other: Properties) => boolean) | null
}

const remembered = new WeakMap<MemoComponent, { readonly properties: Properties; readonly html: string }[]>()

/**
 * Renders elements and components without state to HTML. Every text is escaped; the only one that is not is that of a script, whose
 * element says so. Throws for what it does not know, so that no page lacks a part.
 */
export function elementToHtml(node: ReactNode): string {
  if (typeof node === 'string') return escapeText(node)
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (typeof node === 'number' || typeof node === 'bigint') return String(node)
  if (Array.isArray(node)) {
    let html = ''
    for (const child of node) html += elementToHtml(child)
    return html
  }
  if (!isValidElement<Properties>(node)) throw new TypeError('A page has a part that is neither a text nor an element.')
  const { type, props } = node
  if (type === Fragment) return elementToHtml(childrenOf(props))
  if (typeof type === 'string') return tagToHtml(type, props)
  // Components are functions: a class has no place on a page without state.
  if (typeof type === 'function') return elementToHtml((type as Component)(props))
  if (isMemo(type)) return memoToHtml(type, props)
  throw new TypeError('A page has a component of a kind that it cannot have.')
}

function isMemo(type: unknown): type is MemoComponent {
  return typeof type === 'object' && type !== null && '$$typeof' in type && type.$$typeof === MEMO
}

function memoToHtml(memo: MemoComponent, properties: Properties): string {
  const known = remembered.get(memo) ?? []
  const isSame = memo.compare ?? areSame
  const at = known.findIndex((one) => isSame(one.properties, properties))
  const [found = { properties, html: elementToHtml(memo.type(properties)) }] = at < 0 ? [] : known.splice(at, 1)
  known.push(found)
  remembered.set(memo, known.slice(-MAX_REMEMBERED))
  return found.html
}

/** Compares properties one by one, as React does. */
function areSame(one: Properties, other: Properties): boolean {
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && Object.is(one[name], other[name]))
  )
}

function tagToHtml(tag: string, properties: Properties): string {
  if (!knownTags.has(tag)) {
    if (!TAG.test(tag)) throw new TypeError(`A page has no element "${tag}".`)
    if (knownTags.size < MAX_NAMES) knownTags.add(tag)
  }
  if (tag === 'script') return scriptToHtml(properties)
  if (tag === 'textarea') return textareaToHtml(properties)
  const html = startOf(tag, properties)
  if (VOID.has(tag)) return `${html}/>`
  const inside = elementToHtml(childrenOf(properties))
  // Browsers drop a line feed that comes first.
  const lineFeed = tag === 'pre' && inside.startsWith('\n') ? '\n' : ''
  return `${html}>${lineFeed}${inside}</${tag}>`
}

function startOf(tag: string, properties: Properties): string {
  let html = `<${tag}`
  for (const name in properties) if (name !== 'children') html += attribute(name, properties[name])
  return html
}

function scriptToHtml({ dangerouslySetInnerHTML: raw, ...properties }: Properties): string {
  const text = typeof raw === 'object' && raw !== null && '__html' in raw ? String(raw.__html) : ''
  if (/<(?:\/script|script|!--)/i.test(text)) throw new TypeError('A script would not end where it should.')
  return `${startOf('script', properties)}>${text}</script>`
}

function textareaToHtml({ defaultValue = '', ...properties }: Properties): string {
  return `${startOf('textarea', properties)}>\n${escapeText(String(defaultValue))}</textarea>`
}

function attribute(name: string, value: unknown): string {
  if (value === undefined || value === null) return ''
  const { start, isAddress, isWordy } = knownAttributes.get(name) ?? learnAttribute(name)
  if (isAddress && isScript(String(value))) throw new TypeError(`A page has no script as "${name}".`)
  if (typeof value === 'boolean' && !isWordy) return value ? `${start}=""` : ''
  return `${start}="${escapeValue(String(value))}"`
}

function learnAttribute(name: string): AttributeRule {
  if (REFUSED.test(name) || !NAME.test(name)) throw new TypeError(`A page has no attribute "${name}".`)
  const rule = { start: ` ${nameInHtml(name)}`, isAddress: ADDRESSES.has(name), isWordy: WORDY.test(name) }
  if (knownAttributes.size < MAX_NAMES) knownAttributes.set(name, rule)
  return rule
}

/** Browsers run it whatever blanks, line ends and control characters stand in it. React refuses it as well. */
function isScript(address: string): boolean {
  return /^[\0- ]*j[\0- ]*a[\0- ]*v[\0- ]*a[\0- ]*s[\0- ]*c[\0- ]*r[\0- ]*i[\0- ]*p[\0- ]*t[\0- ]*:/i.test(address)
}

function nameInHtml(name: string): string {
  if (!HYPHENATED.test(name)) return NAMES.get(name) ?? name
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** What React's types leave open are the children of an element. */
function childrenOf({ children }: Properties): ReactNode {
  return children as ReactNode
}

function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text
}

function escapeValue(text: string): string {
  return /[&<>"]/.test(text) ? escapeText(text).replaceAll('"', '&quot;') : text
}
