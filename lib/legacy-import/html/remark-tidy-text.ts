import type { Paragraph, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { pageTextToPhrasing } from '@/lib/legacy-import/page/inline'
import { codeLanguage } from '@/lib/legacy-import/shared/code-patterns'
import { withoutBold } from './flow'
import { resolveHref } from './links'

/**
 * Tidies what a page says: two breaks end a paragraph, headings and cells are one line, blanks are those that a browser
 * shows, addresses in text are links, and code has a language.
 */
export function remarkTidyText() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading') node.children = tidyPhrasing(withoutBold(toOneLine(node.children)))
      if (node.type === 'tableCell') node.children = tidyPhrasing(toOneLine(node.children))
      if (node.type === 'code') {
        node.value = node.value.replace(/\u00a0/g, ' ').replace(/^\n+|\s+$/g, '')
        node.lang = codeLanguage(node.value.split('\n')) ?? null
      }
      if (!parent || index === undefined) return undefined
      const isEmpty =
        (node.type === 'heading' && node.children.length === 0) || (node.type === 'code' && node.value === '')
      const kept = node.type === 'paragraph' ? splitAtTwoBreaks(node) : isEmpty ? [] : undefined
      if (!kept) return undefined
      parent.children.splice(index, 1, ...kept)
      return index + kept.length
    })
  }
}

function toOneLine(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => (node.type === 'break' ? { type: 'text', value: ' ' } : node))
}

/** Inline nodes between blocks are paragraphs; two breaks end one. */
function splitAtTwoBreaks({ children }: Paragraph): Paragraph[] {
  const groups: PhrasingContent[][] = [[]]
  let breaks = 0
  for (const node of children) {
    if (node.type === 'break') breaks++
    else if (node.type !== 'text' || node.value.trim() !== '') {
      if (breaks > 1) groups.push([])
      breaks = 0
    }
    groups.at(-1)?.push(node)
  }
  return groups.flatMap((group): Paragraph[] => {
    const tidy = tidyPhrasing(group)
    return tidy.length === 0 ? [] : [{ type: 'paragraph', children: tidy }]
  })
}

/** Joins texts, takes blanks away around breaks and at the ends, and turns addresses in text into links. */
function tidyPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else merged.push(node)
  }
  const trimmed = merged.map((node, index): PhrasingContent => {
    if (node.type !== 'text') return node
    let value = node.value.replace(/\s+/g, ' ')
    if (index === 0 || merged[index - 1]?.type === 'break') value = value.trimStart()
    if (index === merged.length - 1 || merged[index + 1]?.type === 'break') value = value.trimEnd()
    return { type: 'text', value }
  })
  const linked = withoutRepeatedAddress(trimmed).flatMap((node) =>
    node.type === 'text' ? pageTextToPhrasing(node.value) : [node],
  )
  return trimBreaks(linked)
}

/** Pages print the address of each link behind it for the printer: `937052 (http://support.microsoft.com/kb/937052/)`. */
function withoutRepeatedAddress(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (!node) continue
    const link = kept.at(-1)
    if (link?.type === 'link' && node.type === 'text') {
      const rest = withoutAddress(node.value, link.url)
      if (rest !== undefined) {
        if (rest !== '') kept.push({ type: 'text', value: rest })
        continue
      }
      const second = nodes[index + 1]
      const close = nodes[index + 2]
      // `(`, a link to the same place, `)`.
      if (
        /^\s*\(\s*$/.test(node.value) &&
        second?.type === 'link' &&
        second.url === link.url &&
        close?.type === 'text' &&
        /^\s*\)/.test(close.value)
      ) {
        const tail = close.value.replace(/^\s*\)(?: +(?=[.,;]))?/, '')
        if (tail !== '') kept.push({ type: 'text', value: tail })
        index += 2
        continue
      }
    }
    kept.push(node)
  }
  return kept
}

function withoutAddress(text: string, url: string): string | undefined {
  const match = /^\s*\(\s*((?:https?|ftp):\/\/[^\s()]+)\s*\)(?: +(?=[.,;]))?/.exec(text)
  return match?.[1] !== undefined && resolveHref(match[1])?.replace(/\/$/, '') === url.replace(/\/$/, '')
    ? text.slice(match[0].length)
    : undefined
}

function trimBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const kept: PhrasingContent[] = []
  for (const node of nodes) {
    if (node.type === 'text' && node.value === '') continue
    if (node.type === 'break' && (kept.length === 0 || kept.at(-1)?.type === 'break')) continue
    kept.push(node)
  }
  while (kept.at(-1)?.type === 'break') kept.pop()
  return kept
}
