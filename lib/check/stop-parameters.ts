/** What stands behind the code of a stop screen: `(0x00000004, 0xC0000034, 0, 0)`, `, {f79fb524, c0000034, 0, 0}`. */
const PARAMETERS = /[({]((?:(?:0x)?[\da-f]{1,16}(?:,\s*|\s+)){1,3}(?:0x)?[\da-f]{1,16})[)}]/gi
/** The fields in which the power event lists them. */
const FIELDS = /\bBugcheckParameter([1-4])["']?[ \t]{0,12}[:=>]?[ \t]{0,12}0x([\da-f]{1,16})/gi
const COUNT = 4

/** Says which parameters of a stop code a text and an article have in common, by their positions. Zeros say nothing. */
export function describeAgreement(signature: string, text: string, sentence: string): string | undefined {
  if (!signature.startsWith('stop-')) return undefined
  const [own, other] = [listParameters(text), listParameters(sentence)]
  const same = own.flatMap((value, place) => (value !== '' && value === other[place] ? [place + 1] : []))
  if (same.length === 0) return undefined
  return `parameter${same.length > 1 ? 's' : ''} ${same.join(' and ').replace(/ and (?=.* and )/g, ', ')} agree${same.length > 1 ? '' : 's'}`
}

function listParameters(text: string): string[] {
  const fields = [...text.matchAll(FIELDS)]
  if (fields.length > 0) {
    return Array.from({ length: COUNT }, (_, place) =>
      plainHex(fields.find((field) => field[1] === String(place + 1))?.[2] ?? ''),
    )
  }
  const [list] = text.matchAll(PARAMETERS)
  return list?.[1]?.split(/,\s*|\s+/).map(plainHex) ?? []
}

/** Addresses of 64 bits are those of 32 with their sign. */
function plainHex(digits: string): string {
  return digits
    .toLowerCase()
    .replace(/^0x/, '')
    .replace(/^f{8}(?=[89a-f][\da-f]{7}$)/, '')
    .replace(/^0+/, '')
}
