import type { FoundSignature } from './signature'
import { codeSignature, errorSignature } from './signature-values'

/**
 * `Error 1603`, `error code: 1603`, `Run-time error '429'`, `errors 53 or 67`, `Msg 823`, `return value 1603`, `error -1018`,
 * `error 0x643`. There may be one line break between the words and the number.
 */
const ERROR =
  /(?<![\w-])(?:errors?|err|fehler(?:code|nummer)?|erreur|errore|erro|foutcode|felkod|fejlkode|(?:kod|код) (?:błędu|ошибки)|错误(?:代码)?|錯誤(?:碼|代碼)?|エラー(?: ?コード)?|오류(?: ?코드)?|(?:return|exit|result|reason) (?:code|status|value)|GetLastError(?:\(\))?|Msg(?= \d{3,5}, ))(?:[ \t]+(?:code|codes|number|numbers|message|messages|msg|status|no\.?|value|is|was|of|returned)){0,3}[ \t]{0,3}[:=#：]{0,2}[ \t]{0,3}\n?[ \t]{0,3}['"(#]{0,2}(-?\d{1,5}|0x[0-9a-f]{1,5})(?![\w%$]|[.,:/]\d|-\d|['"]?\s*(?:of|in|out)\s\d)/gi
/** `, 67`, ` or 67`, ` and 67` after a number. */
const MORE = /(?:,|\s+(?:or|and))\s+(\d{2,5})(?![\w%$/-]|[.:,]\d)/y
const MAX_MORE = 20

/** Finds error numbers by the words before them. Leaves out 0, quantities and versions. */
export function findErrorNumbers(text: string): FoundSignature[] {
  const found: FoundSignature[] = []
  for (const match of text.matchAll(ERROR)) {
    const end = match.index + match[0].length
    const number = Number(match[1])
    const more = listMore(text, end)
    // So far away it is another cell of a table.
    if (number === 0 || / {4}/.test(match[0]) || (more.length === 0 && isQuantity(match[0], text.slice(end, end + 2))))
      continue
    const signature = number < 0 ? errorSignature(number) : codeSignature(number)
    found.push({ ...signature, start: match.index, end }, ...more)
  }
  return found
}

/** `Error: 3 files` counts files, and `errors 3` counts errors. */
function isQuantity(matched: string, after: string): boolean {
  if (!/\D-?\d{1,2}$/.test(matched)) return false
  return /^errors/i.test(matched) || (/[:=]\s*\d+$/.test(matched) && /^ [a-z]/.test(after))
}

function listMore(text: string, start: number): FoundSignature[] {
  const found: FoundSignature[] = []
  MORE.lastIndex = start
  for (let match = MORE.exec(text); match && found.length < MAX_MORE; match = MORE.exec(text)) {
    const end = match.index + match[0].length
    const digits = match[1] ?? ''
    found.push({ ...errorSignature(Number(digits)), start: end - digits.length, end })
  }
  return found
}
