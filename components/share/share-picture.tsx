import { STATE_WORDS } from '@/components/article/state-words'
import type { ArticleSummary } from '@/lib/kb/articles/article'
import { formatKbNumber, hasKbNumber } from '@/lib/kb/numbers/kb-number'
import type { Site } from '@/lib/kb/site'
import { pictureText } from './picture-text'

const INK = '#10151d'
const MUTED = '#56606e'
const AMBER = '#8a4b00'
const GREEN = '#1b6b3a'

/**
 * Draws an article for a link preview: number, title, products and, in large letters, how it stands. The renderer knows only
 * inline styles.
 */
export function SharePicture({ article, site }: { article: ArticleSummary; site: Site }) {
  const { number, title, products, state, currentArticle } = article
  const isWarning = state !== 'latest' && state !== 'no-replacement-known' && state !== 'last-of-line'
  const color = isWarning ? AMBER : state === 'latest' ? GREEN : MUTED
  const words = `${STATE_WORDS[state]}${isWarning && currentArticle ? ` → ${formatKbNumber(currentArticle)}` : ''}`
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        width: '100%',
        height: '100%',
        padding: 72,
        background: '#ffffff',
        color: INK,
        borderTop: `24px solid ${isWarning ? '#d9822b' : (site.accent ?? '#2f6fde')}`,
      }}
    >
      <div style={{ display: 'flex', fontSize: 44, color: MUTED }}>
        {hasKbNumber(number) ? formatKbNumber(number) : site.name}
      </div>
      <div style={{ display: 'flex', marginTop: 24, fontSize: 60, lineHeight: 1.2 }}>{pictureText(title, 110)}</div>
      <div style={{ display: 'flex', marginTop: 20, fontSize: 34, color: MUTED }}>
        {pictureText(products.join(', '), 70)}
      </div>
      <div style={{ display: 'flex', marginTop: 'auto', fontSize: 52, color }}>
        {isWarning ? words.toUpperCase() : words}
      </div>
      {hasKbNumber(number) && (
        <div style={{ display: 'flex', fontSize: 28, color: MUTED }}>{pictureText(site.name, 60)}</div>
      )}
    </div>
  )
}
