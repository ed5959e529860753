/**
 * Characters without a shape of their own: controls, direction marks, joiners, fillers, tags, variation selectors, separators
 * and halves of surrogate pairs.
 */
const HIDDEN = /[^\P{Cc}\n\t]|\p{Cf}|\p{Cs}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029]/gu
/** Writing without which these scripts cannot be spelled or ordered. */
const JOINERS = /^[\u200c-\u200f\u061c]$/
const JOINED =
  /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u
const EMOJI_JOINER = '\u200d'
const VARIATION = /^[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]$/u
const VARIED = /[\p{Emoji}\p{sc=Han}\p{S}]/u
/** Where words may be broken: publishers put them into prose, and there they change nothing. */
const BREAKS = /^[\u00ad\u200b\u2060\ufeff]$/

/** Most texts have nothing else, which is found in a tenth of the time. */
const OTHER_THAN_ASCII = /[^\n\t -~]/

/** Tells whether a text may have something that `showHidden` shows. */
export function mayHide(text: string): boolean {
  return OTHER_THAN_ASCII.test(text) && text.search(HIDDEN) >= 0
}

/**
 * Puts a visible mark in the place of each hidden character, so that no title, path or code passes for another and no terminal
 * obeys it: `\u202egnp.exe` becomes `[U+202E]gnp.exe`. What a script or an emoji needs stays.
 */
export function showHidden(text: string): string {
  return mark(text, () => false)
}

/** Does the same for prose, where breaks of words stay as well. */
export function showHiddenInProse(text: string): string {
  return mark(text, (character) => BREAKS.test(character))
}

/** Does the same for every text in a value of YAML or JSON. */
export function showHiddenInValue<Value>(value: Value): Value {
  return showIn(value) as Value
}

function showIn(value: unknown): unknown {
  if (typeof value === 'string') return showHidden(value)
  if (Array.isArray(value)) return value.map(showIn)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [showHidden(key), showIn(inner)]))
}

function mark(text: string, isFine: (character: string) => boolean): string {
  if (!mayHide(text)) return text
  return text.replace(HIDDEN, (character, at: number) => {
    const before = characterBefore(text, at)
    const after = characterAt(text, at + character.length)
    if (isFine(character) || isNeeded(character, before, after)) return character
    const code = character.codePointAt(0) ?? 0
    return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  })
}

function isNeeded(character: string, before: string, after: string): boolean {
  if (JOINERS.test(character) && (JOINED.test(before) || JOINED.test(after))) return true
  if (character === EMOJI_JOINER) return /\p{Emoji}|\ufe0f/u.test(before) && /\p{Extended_Pictographic}/u.test(after)
  return VARIATION.test(character) && VARIED.test(before)
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? ''
}

function characterAt(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at) ?? 0) : ''
}
