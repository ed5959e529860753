import type { Nodes } from 'hast'
import type { KbNumber } from '@/lib/kb/numbers/kb-number'
import { mayTakeLong } from '@/lib/markdown/refuse-excess'
import { renderArticle } from '@/lib/markdown/render-article'
import { threadSeconds } from '@/scripts/shared/thread-seconds'

/** Processor time. The largest article of the archive takes 0.4 seconds. */
const MAX_SECONDS = 1
/** The archive's pages have at most 6,194 nodes. */
const MAX_NODES = 20_000

/**
 * Renders a body that may take long, as its page will. Throws a `RangeError` for one that a server should not render, so that
 * a request never meets it: only bodies in the index are rendered.
 */
export function proveRendering(body: string, self: KbNumber, maxSeconds = MAX_SECONDS): void {
  if (!mayTakeLong(body)) return
  const first = measure(body, self)
  // A second try does not count what only the first one does, such as compiling.
  const seconds = first <= maxSeconds ? first : measure(body, self)
  if (seconds > maxSeconds) {
    throw new RangeError(
      `The body takes more than ${maxSeconds} s to render. Remove unmatched marks such as "*", "_", "[" and "<", or split the article.`,
    )
  }
}

function measure(body: string, self: KbNumber): number {
  const began = threadSeconds()
  const { tree } = renderArticle(body, { self, resolve: () => undefined })
  if (hasMoreNodes(tree, MAX_NODES)) {
    throw new RangeError('The page of this body would have more than 20,000 elements and texts. Split the article.')
  }
  return threadSeconds() - began
}

function hasMoreNodes(tree: Nodes, limit: number): boolean {
  const waiting: Nodes[] = [tree]
  let count = 0
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (++count > limit) return true
    if ('children' in node) for (const child of node.children) waiting.push(child)
  }
  return false
}
