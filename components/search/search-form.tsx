import { numberLetters } from '@/lib/kb/numbers/number-prefix'
import { SEARCH_URL } from '@/lib/urls'

/** A page has one search box. */
export const SEARCH_BOX_ID = 'search-box'
export const SUGGESTIONS_ID = 'search-suggestions'

/** Keeps a pasted log from becoming a URL that servers refuse; the search itself reads less. */
const MAX_LENGTH = 2000

/** The search box: a GET form. browser/search-box.tsx gives it suggestions, and the `/` key. */
export function SearchForm({ text = '', isLarge = false }: { text?: string; isLarge?: boolean }) {
  const size = isLarge ? 'h-14 rounded-xl pl-4 pr-1.5 text-lg' : 'h-10 rounded-[9px] pl-3 pr-1'
  return (
    <search>
      <form
        action={SEARCH_URL}
        className={`relative flex items-center gap-2 border border-edge bg-raised focus-within:border-accent focus-within:ring-3 focus-within:ring-accent-line ${size}`}
      >
        <input
          id={SEARCH_BOX_ID}
          name="q"
          type="text"
          defaultValue={text}
          maxLength={MAX_LENGTH}
          role="searchbox"
          aria-label="Search articles"
          placeholder={`Search articles, ${numberLetters()} numbers, error codes…`}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="search"
          inputMode="search"
          className="h-full min-w-0 flex-1 text-ellipsis bg-transparent text-ink outline-none placeholder:text-muted"
        />
        <div
          id={SUGGESTIONS_ID}
          role="listbox"
          aria-label="Suggestions"
          hidden
          // On a phone, the keyboard covers half of the screen.
          className="suggestion-list"
        />
        <div role="status" className="sr-only" />
        <span
          aria-hidden="true"
          className="hidden rounded-[5px] border border-b-2 border-line bg-wash px-1.5 font-mono text-xs leading-5 text-muted md:block noscript:hidden"
        >
          /
        </span>
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
