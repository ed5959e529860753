/** The background of dark pages. */
const DARK_PAPER = '#10151d'
const WHITE = '#ffffff'
/** WCAG 2.2, 1.4.3: the least contrast of text. */
const MIN_CONTRAST = 4.5
const STEPS = 20

/** Tells whether white text can be read on a color such as `#0b5cad`. */
export function hasContrast(color: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(color) && contrast(color, WHITE) >= MIN_CONTRAST
}

/** The style sheet that gives pages an accent color, which must have the contrast. On dark pages it is made light enough. */
export function accentStyle(color: string): string {
  const dark = lighten(color)
  const mix = (share: number, one: string, other: string) => `color-mix(in srgb, ${one} ${share}%, ${other})`
  return `:root {
  --color-accent: light-dark(${color}, ${dark});
  --color-accent-fill: ${color};
  --color-accent-wash: light-dark(${mix(6, color, WHITE)}, ${mix(14, dark, DARK_PAPER)});
  --color-accent-line: light-dark(${mix(28, color, WHITE)}, ${mix(36, dark, DARK_PAPER)});
}
`
}

/** The nearest mixture with white that can be read on a dark page. */
export function lighten(color: string): string {
  for (let step = 0; step < STEPS; step++) {
    const mixed = mixWithWhite(color, step / STEPS)
    if (contrast(mixed, DARK_PAPER) >= MIN_CONTRAST + 1) return mixed
  }
  return WHITE
}

function mixWithWhite(color: string, share: number): string {
  const channels = channelsOf(color).map((channel) => Math.round(channel + (255 - channel) * share))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
}
