import { SearchForm } from '@/components/search/search-form'
import { CHECK_URL, PRODUCTS_URL, UPDATES_URL } from '@/lib/urls'
import { Brand } from './brand'
import { ThemeSwitch } from './theme-switch'

/** The bar at the top: name, search, navigation, theme. On wide screens it stays in view. */
export function SiteHeader({ hasSearch, searchText }: { hasSearch: boolean; searchText?: string }) {
  return (
    <header className="z-20 border-b border-line bg-paper md:sticky md:top-0 print:hidden">
      <div className="mx-auto flex w-full max-w-site flex-wrap items-center gap-x-3 px-5 sm:gap-x-6 md:h-[60px] md:flex-nowrap md:px-7">
        <Brand />
        {hasSearch && (
          <div className="order-last w-full pb-3 md:order-none md:max-w-[520px] md:flex-1 md:pb-0">
            <SearchForm text={searchText} />
          </div>
        )}
        <nav
          aria-label="Main"
          className="ml-auto flex items-center py-2.5 text-xs sm:gap-1 sm:text-[0.9375rem] md:gap-2"
        >
          <a href={PRODUCTS_URL} className="rounded-md px-1 py-1.5 text-ink quiet-link sm:px-2">
            Products
          </a>
          <a href={UPDATES_URL} className="rounded-md px-1 py-1.5 text-ink quiet-link sm:px-2">
            Updates
          </a>
          <a href={CHECK_URL} className="rounded-md px-1 py-1.5 text-ink quiet-link sm:px-2">
            Check<span className="hidden sm:inline"> a server</span>
          </a>
          <ThemeSwitch />
        </nav>
      </div>
    </header>
  )
}
