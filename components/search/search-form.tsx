import { SEARCH_URL } from '@/lib/urls'
import { FocusShortcut } from './focus-shortcut'
import { SearchCombobox } from './search-combobox'

/** The `/` key focuses this element; a page has one search box. */
const BOX_ID = 'search-box'

/** The search box: a GET form that works without JavaScript, and has suggestions with it. */
export function SearchForm({ text = '', isLarge = false }: { text?: string; isLarge?: boolean }) {
  const size = isLarge ? 'h-14 rounded-xl pl-4 pr-1.5 text-lg' : 'h-10 rounded-[9px] pl-3 pr-1'
  return (
    <search>
      <form
        action={SEARCH_URL}
        className={`relative flex items-center gap-2 border border-edge bg-raised focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-line ${size}`}
      >
        <SearchCombobox boxId={BOX_ID} text={text} />
        <FocusShortcut boxId={BOX_ID} />
        <button
          type="submit"
          aria-label="Search"
          className={`grid flex-none place-items-center rounded-md ${isLarge ? 'size-11 bg-accent-fill text-white' : 'size-8 text-muted hover:text-ink'}`}
        >
          <svg
            viewBox="0 0 20 20"
            className="size-[18px]"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            aria-hidden="true"
          >
            <circle cx="8.5" cy="8.5" r="5.25" />
            <path d="m12.5 12.5 4.5 4.5" strokeLinecap="round" />
          </svg>
        </button>
      </form>
    </search>
  )
}
