import type { Element, ElementContent, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import { walkElements } from './list-nodes'

const FIELD =
  /^((?:Event )?(?:Type|Source|Category|ID)|Event|Date|Time|User(?: Name)?|Computer|Description|Data)[ \t]*:[ \t]?(.*)$/i
const EVENT_TYPES = ['error', 'warning', 'information', 'success audit', 'failure audit']

/**
 * Turns a code block of the language `event` into a figure with `data-event`: a list of its fields, and its data below.
 * A line without a label belongs to the field above it. A block without any field stays code.
 */
export function rehypeEventEntries() {
  return (tree: Root): void => {
    walkElements(tree, (element, index, parent) => {
      if (element.tagName !== 'pre') return
      const code = element.children[0]
      if (code?.type !== 'element' || !hasClass(code, 'language-event')) return
      const entry = parseEventEntry(plainTextOf(code))
      if (entry.fields.length > 0) parent.children[index] = toFigure(entry)
    })
  }
}

interface EventEntry {
  readonly fields: readonly { label: string; lines: string[] }[]
  readonly data: readonly string[]
}

function parseEventEntry(text: string): EventEntry {
  const fields: { label: string; lines: string[] }[] = []
  const data: string[] = []
  let isData = false
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const field = isData ? undefined : FIELD.exec(line)
    const [label, value] = [field?.[1] ?? '', field?.[2]?.trim() ?? '']
    if (label.toLowerCase() === 'data') isData = true
    if (isData) {
      if (value !== '' || !field) data.push(field ? value : line)
    } else if (field) fields.push({ label, lines: value === '' ? [] : [value] })
    else fields.at(-1)?.lines.push(line.trim())
  }
  return { fields, data }
}

function toFigure({ fields, data }: EventEntry): Element {
  const list = fields.flatMap(({ label, lines }): ElementContent[] => [
    element('dt', {}, [{ type: 'text', value: label }]),
    element('dd', typeProperties(label, lines.join(' ')), joinLines(lines)),
  ])
  const children: ElementContent[] = [element('dl', {}, list)]
  if (data.length > 0) children.push(element('pre', {}, [{ type: 'text', value: data.join('\n') }]))
  return element('figure', { dataEvent: '' }, children)
}

function typeProperties(label: string, value: string): Element['properties'] {
  const type = value.toLowerCase()
  return /type$/i.test(label) && EVENT_TYPES.includes(type) ? { dataEventType: type.replace(' ', '-') } : {}
}

function joinLines(lines: readonly string[]): ElementContent[] {
  return lines.flatMap((line, index): ElementContent[] => [
    ...(index > 0 ? [element('br', {}, [])] : []),
    { type: 'text', value: line },
  ])
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children }
}

function hasClass(node: Element, name: string): boolean {
  const classes = node.properties.className
  return Array.isArray(classes) && classes.includes(name)
}
