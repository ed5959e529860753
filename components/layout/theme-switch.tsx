'use client' // A press changes the theme, now and for later visits.

import { useSyncExternalStore } from 'react'
import { THEME_KEY } from './theme-script'

const THEMES = ['system', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]

const ICONS: Record<Theme, string> = {
  system: 'M3.5 4.5h13v8.5h-13zM7.5 16.5h5M10 13v3.5',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.8v1.9M10 16.3v1.9M1.8 10h1.9M16.3 10h1.9M4.2 4.2l1.35 1.35M14.45 14.45l1.35 1.35M4.2 15.8l1.35-1.35M14.45 5.55l1.35-1.35',
  dark: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z',
}

/** Steps through the themes: system, light, dark. Hidden without JavaScript. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(subscribe, getTheme, () => 'system' as const)
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  const label = `Theme: ${theme}. Switch to ${next}.`
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      onClick={() => setTheme(next)}
      className="grid size-9 flex-none place-items-center rounded-lg text-muted hover:bg-wash hover:text-ink noscript:hidden"
    >
      <svg
        viewBox="0 0 20 20"
        className="size-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        <path d={ICONS[theme]} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
  )
}

function getTheme(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset.theme) ?? 'system'
}

function setTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(THEME_KEY)
    else localStorage.setItem(THEME_KEY, theme)
  } catch (error) {
    // With storage blocked the choice holds for this page only.
    if (!(error instanceof DOMException)) throw error
  }
}

/** The button follows the attribute, which the theme script sets as well. */
function subscribe(onChange: () => void) {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
