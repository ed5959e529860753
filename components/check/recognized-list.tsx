import type { ReactNode } from 'react'
import type { PasteVerdict } from '@/lib/check/verdict'
import { KIND_NAMES } from './kind-names'

/** The most entries that are listed one by one. */
const MAX_ENTRIES = 12

const FORM_NAMES = { table: 'table', json: 'JSON list', fields: 'list', xml: 'XML list' } as const

/** What the text was read as, and which of its entries were not recognized. */
export function RecognizedList({ verdict: { kinds, products, otherEntries, unread } }: { verdict: PasteVerdict }) {
  return (
    <aside aria-labelledby="recognized" className="mt-11 text-sm lg:mt-0">
      <h2 id="recognized" className="label mb-2.5">
        Read as
      </h2>
      <ul className="m-0 grid list-none gap-1.5 p-0">
        {kinds.map((kind) => (
          <li key={kind}>{KIND_NAMES[kind]}</li>
        ))}
        {kinds.length === 0 && <li>Free text</li>}
      </ul>
      {products.length > 0 && <Part title="Products mentioned">{products.join(', ')}</Part>}
      {otherEntries.length > 0 && (
        <Part title="Not recognized">
          {otherEntries.slice(0, MAX_ENTRIES).join(', ')}
          {otherEntries.length > MAX_ENTRIES && ` and ${otherEntries.length - MAX_ENTRIES} more`}. No article matches
          these entries.
        </Part>
      )}
      {unread.map(({ form, names, rowCount }) => (
        <Part key={names.join()} title="Not read">
          A {FORM_NAMES[form]} of {rowCount} entries with {names.join(', ')}.
        </Part>
      ))}
    </aside>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="label mb-2 mt-6">{title}</h3>
      <p className="[overflow-wrap:anywhere]">{children}</p>
    </>
  )
}
