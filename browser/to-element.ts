import type { ReactNode } from 'react'
import { toNodes } from './jsx-runtime'

/** Gives what JSX has made in the browser as nodes. Its type is React's, since the same components run on the server. */
export function nodesOf(markup: ReactNode): (Node | string)[] {
  return toNodes(markup)
}

/** Gives the one element that JSX has made in the browser. */
export function elementOf(markup: ReactNode): HTMLElement {
  const [element] = toNodes(markup)
  if (element instanceof HTMLElement) return element
  throw new Error('The markup is not one element.')
}
