import { THEME_KEY } from '@/components/layout/theme-switch'

// Sets the chosen theme before the first paint. With storage blocked the theme follows the system.
try {
  const theme = localStorage.getItem(THEME_KEY)
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch (error) {
  if (!(error instanceof DOMException)) throw error
}
