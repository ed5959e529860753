/** Says how far a build has come: `12,300 of 60,338 files, 1,480 a second, 32 s to go`. */
export function formatProgress(done: number, total: number, seconds: number): string {
  const rate = done / Math.max(seconds, 0.001)
  const left = Math.ceil((total - done) / Math.max(rate, 0.001))
  const rest = left < 120 ? `${left} s` : `${Math.ceil(left / 60)} min`
  return `${format(done)} of ${format(total)} files, ${format(Math.round(rate))} a second, ${rest} to go`
}

function format(count: number): string {
  return count.toLocaleString('en')
}
