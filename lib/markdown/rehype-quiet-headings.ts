import type { Element, ElementContent, Root } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import { walkElements } from './list-nodes'

/** Words that are no names. A heading in capitals that has any other word may contain a name, and stays as it is. */
const ORDINARY = new Set(
  `a about additional after an and answer answers appendix applies article as at background before behavior by can cause causes code
  comments conclusion configuration contents corrective current default description details discussion error errors example examples
  explanation files following for from general history how if in information installation installing introduction is issue issues item
  known limitations list message messages method methods more not note notes of on or other output overview parameters possible
  problem problems procedure procedures program query question questions reference references related remarks reproduce requirements
  resolution resolutions restrictions results return sample samples scenario section see settings setup software solution solutions
  special status step steps summary support supported symptom symptoms syntax system table technical that the this tip tips title to
  troubleshooting update use used using value values version warning what when with words workaround workarounds you your`.split(
    /\s+/,
  ),
)

/** Writes headings in capitals as sentences, such as `MORE INFORMATION` as `More information`. */
export function rehypeQuietHeadings() {
  return (tree: Root): void => {
    walkElements(tree, (element) => {
      if (/^h[1-6]$/.test(element.tagName) && isShouted(plainTextOf(element))) quiet(element)
    })
  }
}

function isShouted(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? []
  const letters = words.filter((word) => /\p{L}/u.test(word))
  const isAllCapitals = letters.length > 0 && text === text.toUpperCase()
  return isAllCapitals && letters.every((word) => ORDINARY.has(word.toLowerCase()))
}

function quiet(heading: Element): void {
  let isFirst = true
  const write = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type === 'element') write(node.children)
      if (node.type !== 'text') continue
      node.value = node.value.toLowerCase().replace(/\p{L}/u, (letter) => (isFirst ? letter.toUpperCase() : letter))
      if (/\p{L}/u.test(node.value)) isFirst = false
    }
  }
  write(heading.children)
}
