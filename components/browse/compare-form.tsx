import { PrimaryButton } from '@/components/ui/primary-button'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { numberLetters } from '@/lib/kb/numbers/number-prefix'
import { COMPARE_URL } from '@/lib/urls'

interface Props {
  readonly from: string
  readonly to: string
  /** The updates that the fields suggest. */
  readonly updates?: readonly ArticleSummary[]
}

/** Asks for two numbers to compare: a GET form, so that the answer has a URL. */
export function CompareForm({ from, to, updates = [] }: Props) {
  return (
    <form
      action={COMPARE_URL}
      aria-label="Compare two updates"
      className="flex max-w-2xl flex-wrap items-end gap-x-3 gap-y-3 print:hidden"
    >
      <NumberField name="from" label="Installed update" value={from} />
      <NumberField name="to" label="Target update" value={to} />
      <PrimaryButton>Compare</PrimaryButton>
      <datalist id="compared-updates">
        {updates.toReversed().map(({ number, shortTitle, title }) => (
          <option key={number} value={number}>
            {shortTitle ?? title}
          </option>
        ))}
      </datalist>
    </form>
  )
}

function NumberField({ name, label, value }: { name: string; label: string; value: string }) {
  return (
    <label className="min-w-0 flex-1 basis-40 text-sm font-semibold">
      {label}
      <input
        name={name}
        type="text"
        list="compared-updates"
        defaultValue={value}
        maxLength={60}
        placeholder={`${numberLetters()} number`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="mt-1 block min-h-11 w-full rounded-lg border border-edge bg-raised px-3 text-base font-normal"
      />
    </label>
  )
}
