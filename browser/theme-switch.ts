import { labelOfSwitch, nextTheme, THEME_ICONS, THEME_KEY, THEMES, type Theme } from '@/components/layout/theme-switch'

/** Lets the button in the header step through the themes, now and for later visits. */
export function startThemeSwitch(): void {
  const button = document.querySelector<HTMLElement>('[data-theme-switch]')
  if (!button) return
  const show = () => {
    const theme = getTheme()
    button.title = labelOfSwitch(theme)
    button.setAttribute('aria-label', labelOfSwitch(theme))
    button.querySelector('path')?.setAttribute('d', THEME_ICONS[theme])
  }
  show()
  button.addEventListener('click', () => {
    setTheme(nextTheme(getTheme()))
    show()
  })
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
