/** The browser stores the chosen theme under this key. */
export const THEME_KEY = 'kb-theme'

/** Without JavaScript, or with storage blocked, the theme follows the system. */
const SCRIPT = `try{const t=localStorage.getItem('${THEME_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch{}`

/** Sets the chosen theme before the first paint. */
export function ThemeScript({ nonce }: { nonce?: string }) {
  // Browsers hide the nonce from scripts, so that React would report a mismatch.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SCRIPT }} />
}
