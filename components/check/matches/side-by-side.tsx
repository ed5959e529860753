import type { Sides } from '@/lib/check/side-by-side'
import type { SnippetPart } from '@/lib/kb/search/search-query'

/** The lines of the paste at the left and those of the article at the right, below each other on a phone. */
export function SideBySide({ sides, name }: { sides: Sides; name: string }) {
  return (
    <figure className="mt-3 mb-1">
      <div className="grid gap-3 md:grid-cols-2">
        <Side title="Your text" parts={sides.pasted} />
        <Side title={name} parts={sides.own} />
      </div>
      <figcaption className="mt-1.5 text-sm text-muted">
        <mark>Marked</mark> words are the same in both. <Different>Underlined</Different> ones differ.
      </figcaption>
    </figure>
  )
}

function Side({ title, parts }: { title: string; parts: readonly SnippetPart[] }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-md border border-line px-3.5 py-2.5">
      <p className="mb-1 text-sm font-semibold">{title}</p>
      <p className="whitespace-pre-line text-[0.9375rem] [overflow-wrap:anywhere]">
        {parts.map(({ text, isMatch }, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no identity of its own, and the list never changes.
          isMatch ? <mark key={index}>{text}</mark> : <OtherPart key={index} text={text} />,
        )}
      </p>
    </section>
  )
}

/** Words are underlined, what stands between them is not. */
function OtherPart({ text }: { text: string }) {
  const [, before = '', words = '', after = ''] = /^([^\p{L}\p{N}]*)([\s\S]*?)([^\p{L}\p{N}]*)$/u.exec(text) ?? []
  return (
    <>
      {before}
      {words && <Different>{words}</Different>}
      {after}
    </>
  )
}

function Different({ children }: { children: string }) {
  return <span className="text-muted underline decoration-dotted underline-offset-4">{children}</span>
}
