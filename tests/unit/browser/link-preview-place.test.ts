import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placePreview } from '@/browser/link-preview-place'

const CARD = { width: 352, height: 200 }
const WINDOW = { width: 1280, height: 800 }

test('a preview stands below its link, flush with it', () => {
  const { left, top } = placePreview({ link: { left: 300, top: 100, bottom: 120 }, card: CARD, viewport: WINDOW })
  assert.equal(left, 300)
  assert.ok(top > 120 && top < 130)
})

test('near the lower edge it stands above', () => {
  const { top } = placePreview({ link: { left: 300, top: 700, bottom: 720 }, card: CARD, viewport: WINDOW })
  assert.ok(top + CARD.height < 700 && top + CARD.height > 690)
})

test('it never covers the link and never leaves the window, wherever the link stands and whatever the sizes are', () => {
  for (const viewport of [WINDOW, { width: 390, height: 844 }, { width: 320, height: 256 }]) {
    const card = { width: Math.min(CARD.width, viewport.width - 16), height: CARD.height }
    for (let top = 0; top < viewport.height - 20; top += 7) {
      for (const [left, lines] of [
        [0, 1],
        [viewport.width / 2, 2],
        [viewport.width - 20, 3],
      ] as const) {
        const link = { left, top, bottom: Math.min(viewport.height, top + 20 * lines) }
        const place = placePreview({ link, card, viewport })
        const height = Math.min(card.height, place.maxHeight)
        assert.ok(
          place.top >= link.bottom || place.top + height <= link.top,
          `covers ${JSON.stringify({ link, viewport })}`,
        )
        assert.ok(place.left >= 0 && place.left + card.width <= viewport.width)
        assert.ok(height === 0 || (place.top >= 0 && place.top + height <= viewport.height))
      }
    }
  }
})

test('what fits on neither side is cut to the larger one', () => {
  const link = { left: 10, top: 150, bottom: 170 }
  const { top, maxHeight } = placePreview({
    link,
    card: { width: 300, height: 400 },
    viewport: { width: 390, height: 300 },
  })
  assert.ok(maxHeight < 150 && maxHeight > 130)
  assert.ok(top >= 0 && top + maxHeight <= link.top)
})
