import { fieldKey, type PastedRecord, type RecordList } from './record'

/** `<Property Name="HotFixID" Type="System.String">KB940006</Property>`, `<S N="HotFixID">KB940006</S>`, with a VALUE inside or not. */
const NAMED_ELEMENT =
  /<(\w{1,30})\b[^<>]{0,200}?\sN(?:ame)?=["']([\w@ .]{1,60})["'][^<>]{0,200}>\s{0,8}(?:<VALUE>)?([^<>]{0,2000})<\//gi

/** Finds the records of XML that names its values: `ConvertTo-Xml`, `Export-Clixml`, `wmic /format:xml` and the data of an event. */
export function findXmlLists(text: string): RecordList[] {
  const records: PastedRecord[] = []
  let values = new Map<string, string>()
  let start = 0
  let end = 0
  const close = () => {
    if (values.size > 0) records.push({ values, start, end })
  }
  for (const match of text.matchAll(NAMED_ELEMENT)) {
    const key = fieldKey(match[2] ?? '')
    if (values.has(key) || values.size === 0) {
      close()
      values = new Map()
      start = match.index
    }
    values.set(key, (match[3] ?? '').trim())
    end = match.index + match[0].length
  }
  close()
  const [first] = records
  if (!first) return []
  return [{ form: 'xml', names: [...first.values.keys()], records, start: first.start, end }]
}
