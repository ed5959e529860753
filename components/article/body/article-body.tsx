import type { Root } from 'hast'
import type { ComponentProps } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import rehypeReact, { type Components } from 'rehype-react'
import { unified } from 'unified'
import { estimateScreens } from './article-length'
import { BodyAlert } from './body-alert'
import { BodyHeading } from './body-heading'
import { BodyLink } from './body-link'
import { CodeBlock } from './code-block'

const COMPONENTS: Partial<Components> = {
  a: BodyLink,
  aside: BodyAlert,
  h2: BodyHeading,
  h3: BodyHeading,
  h4: BodyHeading,
  h5: BodyHeading,
  h6: BodyHeading,
  input: BodyCheckbox,
  pre: CodeBlock,
  table: BodyTable,
}

const short = createRenderer(COMPONENTS)
const long = createRenderer({ ...COMPONENTS, section: LongSection })

function createRenderer(components: Partial<Components>) {
  return unified()
    .use(rehypeReact, {
      Fragment,
      jsx,
      jsxs,
      components,
      passNode: true,
      // The Content-Security-Policy refuses style attributes; the style sheet reads `align`.
      tableCellAlignToStyle: false,
    })
    .freeze()
}

/** Renders the sanitized tree of an article's body. Each section of a long one leads back to the top, else the end does. */
export function ArticleBody({ tree }: { tree: Root }) {
  const isLong = estimateScreens(tree, 'desktop') >= 2
  return (
    <div className="article-body">
      {(isLong ? long : short).stringify(tree)}
      {!isLong && <BackToTop />}
    </div>
  )
}

/** Renders the sanitized tree of a few lines of Markdown. */
export function MarkdownText({ tree }: { tree: Root }) {
  return short.stringify(tree)
}

function LongSection({ node: _, children, ...properties }: ComponentProps<'section'> & { node?: unknown }) {
  return (
    <section {...properties}>
      {children}
      <BackToTop />
    </section>
  )
}

/** The link stands in the space below a section, so that it takes hardly any of its own. */
function BackToTop() {
  return (
    <p className="back-to-top">
      <a href="#top">
        <span aria-hidden="true">↑ </span>
        Back to top
      </a>
    </p>
  )
}

/** A wide table scrolls by itself; the Tab key reaches it, so that the arrows can scroll it. */
function BodyTable({ node: _, ...properties }: ComponentProps<'table'> & { node?: unknown }) {
  return (
    <div
      role="region"
      aria-label="Table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows scroll what has the focus.
      tabIndex={0}
      className="relative w-fit max-w-full overflow-x-auto rounded-[10px] border border-line"
    >
      <table {...properties} />
    </div>
  )
}

function BodyCheckbox({ node: _, ...properties }: ComponentProps<'input'> & { node?: unknown }) {
  return <input {...properties} aria-label={properties.checked ? 'Done' : 'Not done'} />
}
