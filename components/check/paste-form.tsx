import { PrimaryButton } from '@/components/ui/primary-button'
import { PASTE_FIELD } from '@/lib/check/paste'

const FIELD_ID = 'paste'

interface Props {
  /** Where the text is posted, with the fragment of the answer. */
  readonly action: string
  readonly label: string
  readonly button: string
  readonly placeholder: string
  /** What is said to a reader who sends nothing. */
  readonly emptyText: string
  /** What was pasted before. */
  readonly text?: string
  /** The form was sent without any text. */
  readonly isEmpty: boolean
}

/** The field for a pasted text. It is posted, so that nothing of it gets into a URL, and works without JavaScript. */
export function PasteForm({ action, label, button, placeholder, emptyText, text, isEmpty }: Props) {
  return (
    <form method="post" action={action} acceptCharset="utf-8" className="mb-10 max-w-4xl print:hidden">
      <label htmlFor={FIELD_ID} className="mb-1.5 block font-semibold">
        {label}
      </label>
      {isEmpty && (
        <p id={`${FIELD_ID}-problem`} className="mb-1.5 text-amber">
          {emptyText}
        </p>
      )}
      <textarea
        id={FIELD_ID}
        name={PASTE_FIELD}
        required
        rows={text === undefined ? 12 : 7}
        defaultValue={text}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-describedby={isEmpty ? `${FIELD_ID}-problem ${FIELD_ID}-promise` : `${FIELD_ID}-promise`}
        placeholder={text === undefined ? placeholder : undefined}
        className="block w-full resize-y rounded-xl border border-edge bg-raised px-4 py-3 font-mono text-xs leading-relaxed placeholder:text-muted focus:border-accent focus:outline-none focus:ring-3 focus:ring-accent-line"
      />
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
        <PrimaryButton className="px-6">{button}</PrimaryButton>
        <p id={`${FIELD_ID}-promise`} className="max-w-measure flex-1 basis-64 text-sm text-muted">
          What you paste is never stored, logged or added to a URL.
        </p>
      </div>
    </form>
  )
}
