/** Runs a function and returns its result with the milliseconds of processor time: the clock also measures other programs. */
export function timed<Result>(run: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, milliseconds: (user + system) / 1000 }
}
