/** The browser stores the chosen theme under this key. */
export const THEME_KEY = 'kb-theme'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export const THEME_ICONS: Readonly<Record<Theme, string>> = {
  system: 'M3.5 4.5h13v8.5h-13zM7.5 16.5h5M10 13v3.5',
  light:
    'M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7M10 1.8v1.9M10 16.3v1.9M1.8 10h1.9M16.3 10h1.9M4.2 4.2l1.35 1.35M14.45 14.45l1.35 1.35M4.2 15.8l1.35-1.35M14.45 5.55l1.35-1.35',
  dark: 'M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z',
}

export function nextTheme(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
}

export function labelOfSwitch(theme: Theme): string {
  return `Theme: ${theme}. Switch to ${nextTheme(theme)}.`
}

/** Steps through the themes: system, light, dark. browser/theme-switch.ts listens; without JavaScript it is hidden. */
export function ThemeSwitch() {
  const label = labelOfSwitch('system')
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      data-theme-switch
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
        <path d={THEME_ICONS.system} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </button>
  )
}
