interface Props {
  readonly action: string
  /** The name of the box, also shown in it. */
  readonly label: string
  readonly text: string
  /** Parameters that the form keeps. */
  readonly kept?: Readonly<Record<string, string>>
  readonly button: string
}

/** A box that narrows the list of a page; a plain form. */
export function FilterForm({ action, label, text, kept = {}, button }: Props) {
  return (
    <form action={action} className="mb-7 flex max-w-[520px] gap-2">
      <input
        type="search"
        name="q"
        defaultValue={text}
        maxLength={2000}
        aria-label={label}
        placeholder={label}
        className="h-10 min-w-0 flex-1 rounded-[9px] border border-edge bg-raised px-3 text-ink placeholder:text-muted"
      />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        className="h-10 flex-none rounded-[9px] border border-edge px-4 font-medium text-ink hover:bg-wash"
      >
        {button}
      </button>
    </form>
  )
}
