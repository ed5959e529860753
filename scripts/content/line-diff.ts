/** Shows the lines that differ in two texts with equally many lines, in the unified format without context. */
export function lineDiff(file: string, before: string, after: string): string {
  const changed = after.split('\n')
  const hunks = before
    .split('\n')
    .flatMap((line, place) =>
      line === changed[place] ? [] : [`@@ -${place + 1} +${place + 1} @@`, `-${line}`, `+${changed[place]}`],
    )
  return [`--- ${file}`, `+++ ${file}`, ...hunks].join('\n')
}
