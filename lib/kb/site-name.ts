/** The search of a browser shows so many characters. */
export const MAX_SHORT_NAME = 16

/** Gives a name that fits where few characters do. */
export function shortNameOf(name: string): string {
  return name.slice(0, MAX_SHORT_NAME).trim()
}
