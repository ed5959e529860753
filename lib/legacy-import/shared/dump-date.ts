const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Gives the day that a dump prints as `09-AUG-2001`, `January 18, 2008 ...` or `1/18/2008 ...`, as `2001-08-09`. */
export function parseDumpDate(text: string): string | undefined {
  const { day, month, year } = FORMS.map((form) => form.exec(text)?.groups).find((groups) => groups !== undefined) ?? {}
  const number = /^\d/.test(month ?? '') ? Number(month) : MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase()) + 1
  if (year === undefined || number < 1 || number > 12 || Number(day) < 1 || Number(day) > 31) return undefined
  return `${year}-${String(number).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`
}

const FORMS = [
  /^(?<day>\d{1,2})-(?<month>[A-Z]{3})-(?<year>\d{4})$/i,
  /^(?:[A-Z]+, )?(?<month>[A-Z]{3,9}) (?<day>\d{1,2}), ?(?<year>\d{4})\b/i,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})\b/,
]
