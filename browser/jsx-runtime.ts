// The components of the server make elements here: the bundler takes this file in place of `react/jsx-runtime`. It knows
// what our components use, without state: elements, properties, functions of properties and lists.

type Child = Node | string | number | boolean | null | undefined | readonly Child[]
type Properties = Readonly<Record<string, unknown>> & { readonly children?: Child }
type Component = (properties: Properties) => Child

/** Properties of React that have another name in HTML. */
const NAMES: Readonly<Record<string, string>> = {
  className: 'class',
  tabIndex: 'tabindex',
  strokeWidth: 'stroke-width',
  strokeLinecap: 'stroke-linecap',
}
const DRAWING = new Set(['svg', 'path'])

export const Fragment: Component = ({ children }) => children

/** Makes an element, or what a component makes of its properties. `key` matters only where lists change. */
export function jsx(type: string | Component, properties: Properties): Child {
  if (typeof type !== 'string') return type(properties)
  const element = DRAWING.has(type)
    ? document.createElementNS('http://www.w3.org/2000/svg', type)
    : document.createElement(type)
  for (const [name, value] of Object.entries(properties)) {
    const isState = name.startsWith('aria-')
    if (name === 'children' || value === undefined || value === null || (value === false && !isState)) continue
    element.setAttribute(NAMES[name] ?? name, value === true && !isState ? '' : String(value))
  }
  element.append(...toNodes(properties.children))
  return element
}

export const jsxs = jsx

/** Lists what a child of JSX puts on the page: nothing for `false` and its like. */
export function toNodes(child: unknown): (Node | string)[] {
  if (Array.isArray(child)) return child.flatMap(toNodes)
  if (child instanceof Node) return [child]
  return typeof child === 'string' || typeof child === 'number' ? [String(child)] : []
}
