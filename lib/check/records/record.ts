/** What a tool printed about one thing: a row of a table, a block of fields, an object in JSON or XML. */
export interface PastedRecord {
  /** Values by the names of their fields, in small letters and without blanks and signs: `hotfixid`, `installedon`. */
  readonly values: ReadonlyMap<string, string>
  /** The names of the objects and arrays around an object of JSON, the outermost first. */
  readonly within?: readonly string[]
  readonly start: number
  readonly end: number
}

/** Records that one tool printed in one go. */
export interface RecordList {
  readonly form: 'fields' | 'table' | 'json' | 'xml'
  /** The names of the columns of a table, or of the fields of its first record. */
  readonly names: readonly string[]
  /** The names of the columns as the table spells them. */
  readonly labels?: readonly string[]
  readonly records: readonly PastedRecord[]
  readonly start: number
  readonly end: number
  /** More blank lines stand between some records than between others: what looks like one list may be two. */
  readonly isUneven?: boolean
  /** The list ends in the middle of a record. */
  readonly isCut?: boolean
}

/** Gives a name as it stands in `values`: `Install Date` and `InstallDate` are `installdate`. */
export function fieldKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}@]+/gu, '')
}

/** Gives the first value that is not empty among these fields. */
export function firstValue({ values }: PastedRecord, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = values.get(key)
    if (value !== undefined && value !== '') return value
  }
  return undefined
}

/** The name, as in `values`, of a field or column of installed updates in a list that people make: `installedkb`, `installedupdates`. */
export function isInstalledField(key: string): boolean {
  return /^(?:all|current(?:ly)?)?(?:installed|installierte?)(?:kb|hotfix|patch|(?:update)?rollup|update)(?:e?s)?$/.test(
    key,
  )
}
