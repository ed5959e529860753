/** Escapes a text for XML, and leaves out the control characters that XML cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

/** Gives a date of the collection as a time: `2008-01-18` and `2008` become its first moment in UTC. */
export function dateToTime(date: string): string {
  const [year = '1970', month = '01', day = '01'] = date.split('-')
  return `${year}-${month}-${day}T00:00:00Z`
}
