import type { Root } from 'hast'
import type { ComponentProps } from 'react'
import { Fragment, jsx, jsxs } from 'react/jsx-runtime'
import rehypeReact, { type Components } from 'rehype-react'
import { unified } from 'unified'
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
  section: BodySection,
  table: BodyTable,
}

const renderer = unified()
  .use(rehypeReact, {
    Fragment,
    jsx,
    jsxs,
    components: COMPONENTS,
    passNode: true,
    // The Content-Security-Policy refuses style attributes; the style sheet reads `align`.
    tableCellAlignToStyle: false,
  })
  .freeze()

/** Renders the sanitized tree of an article's body. */
export function ArticleBody({ tree }: { tree: Root }) {
  return <div className="article-body">{renderer.stringify(tree)}</div>
}

function BodySection({ node: _, children, ...properties }: ComponentProps<'section'> & { node?: unknown }) {
  return (
    <section {...properties}>
      {children}
      <p className="my-2! max-w-none! text-right text-sm print:hidden">
        <a href="#top" className="inline-block py-1 text-muted quiet-link">
          <span aria-hidden="true">↑ </span>
          Back to top
        </a>
      </p>
    </section>
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
      className="w-fit max-w-full overflow-x-auto rounded-[10px] border border-line"
    >
      <table {...properties} />
    </div>
  )
}

function BodyCheckbox({ node: _, ...properties }: ComponentProps<'input'> & { node?: unknown }) {
  return <input {...properties} aria-label={properties.checked ? 'Done' : 'Not done'} />
}
