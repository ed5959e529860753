/** A dotted number of three or four parts, with a `v` before it or without. */
export const DOTTED = /(?<![\w.,$/\\~@+-])v?(\d{1,5}(?:\.\d{1,6}){2,3})(?![\d_/\\@%]|[.,-]\d|[a-z]\w|:\d)/gi

/** The build in an address of Outlook Web Access: `/owa/8.3.298.3/scripts/`. */
export const OWA_PATH = /\/owa\/(?:auth\/)?(\d{1,2}(?:\.\d{1,5}){2,3})(?=\/)/gi

/** What else a dotted number looks like, in the order in which it is tried. */
const SHAPES: readonly { readonly what: string; readonly isShape: (written: string) => boolean }[] = [
  // 31.12.1999 and 2011.03.29
  { what: 'date', isShape: (written) => DAY_FIRST.test(written) || YEAR_FIRST.test(written) },
  // 1.234.567 bytes
  { what: 'size', isShape: (written) => /^\d{1,3}(?:\.\d{3})+$/.test(written) && !/^0|\.0{3}$/.test(written) },
  // 0711.2345.678
  { what: 'telephone number', isShape: (written) => /^0\d{2,}\.|^\d{3}\.\d{3}\.\d{4}$/.test(written) },
  // 10.20.1.14 and section 5.5.0.1; versions of files have a longer part, or a zero before one
  { what: 'address', isShape: isAddressShape },
]
const DAY_FIRST = /^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|[12]\d|3[01])\.(?:19[89]|20[0-3])\d$/
const YEAR_FIRST = /^(?:19[89]|20[0-3])\d\.(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01])$/

/** `ExchangeVersion : 0.1 (8.0.535.0)` is the version of an object in the directory, not that of a server. */
const SCHEMA_BEFORE = /\b\d{1,3}\.\d{1,3} \($/
/** `section 8.1.2.3`, `ticket no. 8.0.711.3456`: numbers that count something else. */
const OTHER_BEFORE =
  /(?:\b(?:(?:section|subsection|chapter|paragraph|annex|clause|table|figure|page)s?|abschnitt|kapitel|anhang|tabelle|seite|ticket|case|invoice|order|item|pos|position|facture|factura|fattura|rechnung|aktenzeichen|contract|serial)\b|§)(?: ?(?:no|nr|number|id)\b\.?)?[^\n\d]{0,6}(?:\d{1,5}(?:\.\d{1,6}){1,3}(?:,| and| und| et| y) ?){0,3}$/i
const ADDRESS_BEFORE =
  /\b(?:IP(?:v4)?|ping|address|adresse|dirección|indirizzo|gateway|dns|subnet|mask)\b[^\n\d]{0,12}$/i
const LABEL_BEFORE = /(?:\b(?:versions?|ver|builds?|releases?|revision|rev|v)\b\.?|\bv)[\s:=#'"(]{0,4}$/i
const VERSION_BEFORE = /\b(?:version|build)[\s:=#'"(]{0,4}$/i
/** `Remote version : `, `OS-Version=`, `Versión del producto: ` on the same line. */
const FIELD_BEFORE =
  /(?:versi[oóõ]n?|version|versão|build|wersja|верси|バージョン|版本)[^:=\n]{0,30}[:=][^:=\n]{0,20}$/i

/** Tells what a dotted number looks like beside a version, or `undefined`. */
export function shapeOf(written: string): string | undefined {
  return SHAPES.find(({ isShape }) => isShape(written))?.what
}

/** Tells whether the text before a number says that it is something else than a version. */
export function isOtherNumber(written: string, before: string): boolean {
  if (SCHEMA_BEFORE.test(before) || OTHER_BEFORE.test(before)) return true
  return isAddressShape(written) && ADDRESS_BEFORE.test(before)
}

/** Tells whether the text before a number says that it is a version or a build. A revision may be a date as well. */
export function isLabelled(written: string, before: string): boolean {
  if (shapeOf(written) === 'date') return VERSION_BEFORE.test(before)
  return LABEL_BEFORE.test(before) || FIELD_BEFORE.test(before)
}

function isAddressShape(written: string): boolean {
  const parts = written.split('.')
  const isShort = parts.every(
    (part) => part.length < 3 || (parts.length === 4 && part[0] !== '0' && Number(part) <= 255),
  )
  return isShort && !(parts.length === 4 && parts.some((part) => /^0\d/.test(part)))
}
