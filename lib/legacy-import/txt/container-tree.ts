import type { ListMarker } from './list-markers'
import type { HeadingUnit, TableUnit, TextUnit, Unit } from './txt-units'

/** The body, or one list item: blocks and lists in order. */
export interface Container {
  readonly type: 'container'
  /** The column at which the text of the container stands. */
  readonly column: number
  readonly children: ContainerChild[]
}

export interface ListNode {
  readonly type: 'list'
  readonly style: ListMarker['style']
  readonly key: string
  readonly start: number
  readonly items: Container[]
}

export type ContainerChild = HeadingUnit | TableUnit | TextUnit | ListNode

/** Builds the tree of lists from the columns of the markers. */
export function buildContainerTree(units: readonly Unit[]): Container {
  const root: Container = { type: 'container', column: 0, children: [] }
  const continuedAt = findContinuations(units)
  let stack: OpenItem[] = []
  let last: TextUnit | undefined
  units.forEach((unit, index) => {
    if (unit.type === 'heading') {
      stack = []
      root.children.push(unit)
      last = undefined
      return
    }
    const marker = unit.type === 'text' ? unit.marker : undefined
    if (unit.type === 'text' && marker && isListContext(marker, stack, root)) {
      stack = openItem({ unit, marker, index, stack, root, continues: continuedAt.get(index) !== undefined })
      last = unit
      return
    }
    const depth = depthOf({ unit, units, index, stack, last })
    stack = stack.slice(0, depth)
    const target = stack.at(-1)?.item ?? root
    const previous = target.children.at(-1)
    if (unit.type === 'text' && marker && !unit.afterBlank && previous?.type === 'text' && previous === last) {
      previous.lines.push(...unit.lines)
      return
    }
    target.children.push(unit.type === 'text' && marker ? withoutMarker(unit) : unit)
    last = unit.type === 'text' ? unit : undefined
  })
  return root
}

interface OpenItem {
  readonly marker: ListMarker
  readonly item: Container
  /** Whether a later marker goes on with this item's own list. */
  readonly continues: boolean
}

/**
 * For each item that has a next one in the same list: where that is. Text at column 0 ends a list of bullets, but not
 * a numbered one when the next number is the old one plus 1.
 */
function findContinuations(units: readonly Unit[]): Map<number, number> {
  const continued = new Map<number, number>()
  let upcoming = new Map<string, { index: number; marker: ListMarker }>()
  for (let index = units.length - 1; index >= 0; index--) {
    const unit = units[index]
    if (!unit) continue
    if (unit.type === 'heading') upcoming = new Map()
    if (unit.type !== 'text') continue
    const { marker } = unit
    if (!marker) {
      if (!unit.isAlternative && (unit.lines[0]?.indent ?? 0) === 0)
        deleteKeys(upcoming, ({ style }) => style === 'bullet')
      continue
    }
    const next = upcoming.get(marker.key)
    if (next && (marker.style === 'bullet' || next.marker.value === marker.value + 1)) continued.set(index, next.index)
    deleteKeys(
      upcoming,
      ({ column, key }) => column > marker.column || (column === marker.column && key === marker.key),
    )
    upcoming.set(marker.key, { index, marker })
  }
  return continued
}

function deleteKeys(upcoming: Map<string, { marker: ListMarker }>, matches: (marker: ListMarker) => boolean): void {
  for (const [key, { marker }] of upcoming) if (matches(marker)) upcoming.delete(key)
}

/** A marker two levels deeper than anything open belongs to a listing, not to a list. */
function isListContext(marker: ListMarker, stack: readonly OpenItem[], root: Container): boolean {
  const deepest = stack.at(-1)?.item ?? root
  if (marker.key.startsWith('loose')) return true
  return marker.column <= deepest.column + 3 || stack.some((open) => open.marker.key === marker.key)
}

interface Opening {
  readonly unit: TextUnit
  readonly marker: ListMarker
  readonly index: number
  readonly stack: readonly OpenItem[]
  readonly root: Container
  readonly continues: boolean
}

function openItem({ unit, marker, stack, root, continues }: Opening): OpenItem[] {
  const depth = depthOfMarker(marker, stack)
  const parents = stack.slice(0, depth)
  const parent = parents.at(-1)?.item ?? root
  const item: Container = { type: 'container', column: marker.textColumn, children: [] }
  const list = parent.children.at(-1)
  const goesOn =
    list?.type === 'list' &&
    list.key === marker.key &&
    (marker.style === 'bullet' || marker.value === list.start + list.items.length)
  if (goesOn) list.items.push(item)
  else parent.children.push({ type: 'list', style: marker.style, key: marker.key, start: marker.value, items: [item] })
  return [...parents, { marker, item, continues }, ...fillItem(item, unit, marker)]
}

/** An item goes on with its own list wherever that is open; else it nests in the deepest item that reaches its column. */
function depthOfMarker(marker: ListMarker, stack: readonly OpenItem[]): number {
  const own = stack.findLastIndex(
    (open) => open.marker.key === marker.key && (open.continues || open.marker.style === 'bullet'),
  )
  const isOwn = own >= 0 && (marker.style === 'bullet' || stack[own]?.marker.value === marker.value - 1)
  if (isOwn) return own
  const kept = stack.findLastIndex(({ continues }) => continues) + 1
  const reached = stack.findLastIndex(({ item }) => item.column <= marker.column) + 1
  return Math.max(kept, reached)
}

/** Puts the text behind the marker into the item; `1. a. Text` opens the inner item too. */
function fillItem(item: Container, unit: TextUnit, marker: ListMarker): OpenItem[] {
  const [first, ...rest] = unit.lines
  if (!first) return []
  const text = first.text.slice(marker.length)
  const inner = /^([a-z])\. +(?=\S)/.exec(text)
  if (inner?.[1] === 'a' && marker.style === 'number') {
    const column = marker.textColumn
    const nested: ListMarker = {
      style: 'letter',
      value: 1,
      key: `letter${column}`,
      column,
      textColumn: column + 3,
      length: inner[0].length,
    }
    const child: Container = { type: 'container', column: column + 3, children: [] }
    item.children.push({ type: 'list', style: 'letter', key: nested.key, start: 1, items: [child] })
    child.children.push({ ...withoutMarker(unit), lines: [blankOut(first, marker.length + inner[0].length), ...rest] })
    return [{ marker: nested, item: child, continues: true }]
  }
  const lines = text.trim() === '' ? rest : [blankOut(first, marker.length), ...rest]
  if (lines.length > 0) item.children.push({ ...withoutMarker(unit), lines })
  return []
}

function withoutMarker({ marker: _, ...unit }: TextUnit): TextUnit {
  return unit
}

/** Keeps the columns, because the wrap law counts them. */
function blankOut(line: TextUnit['lines'][number], length: number): TextUnit['lines'][number] {
  return { ...line, text: ' '.repeat(length) + line.text.slice(length), indent: length }
}

interface Placing {
  readonly unit: TextUnit | TableUnit
  readonly units: readonly Unit[]
  readonly index: number
  readonly stack: readonly OpenItem[]
  readonly last: TextUnit | undefined
}

/** How many of the open items keep open for a block that is not an item. */
function depthOf({ unit, units, index, stack, last }: Placing): number {
  const indent = unit.type === 'table' ? unit.indent : Math.min(...unit.lines.map((line) => line.indent))
  if (unit.type === 'text' && unit.isAlternative) {
    const next = units[index + 1]
    const key = next?.type === 'text' ? next.marker?.key : undefined
    const own = key === undefined ? -1 : stack.findLastIndex(({ marker }) => marker.key === key)
    if (own >= 0) return own + 1
  }
  const kept = stack.findLastIndex(({ continues }) => continues) + 1
  const reached = stack.findLastIndex(({ item }) => item.column <= indent) + 1
  const deepest = stack.at(-1)
  const announced = deepest && indent > 0 && last && deepest.item.children.at(-1)?.type === 'text' && endsOpen(last)
  return announced && indent >= deepest.item.column - 3 ? stack.length : Math.max(kept, reached)
}

function endsOpen(unit: TextUnit): boolean {
  return /:["')]*$/.test(unit.lines.at(-1)?.text ?? '')
}
