import type { ReactNode } from 'react'

/** A longer list folds, so that it does not push other facts away. */
const MAX_OPEN = 5

interface Props {
  readonly items: readonly string[]
  /** What the items are, in the plural. */
  readonly noun: string
  readonly show?: (item: string) => ReactNode
}

export function LongList({ items, noun, show = (item) => item }: Props) {
  const list = (
    <ul className="m-0 list-none p-0">
      {items.map((item) => (
        <li key={item} className="min-h-6">
          {show(item)}
        </li>
      ))}
    </ul>
  )
  if (items.length <= MAX_OPEN) return list
  return (
    <details>
      <summary className="min-h-6">
        {items.length} {noun}
      </summary>
      {list}
    </details>
  )
}
