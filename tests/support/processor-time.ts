import assert from 'node:assert/strict'

/** Runs a function and returns its result with the milliseconds of processor time: the clock also measures other programs. */
export function timed<Result>(run: () => Result): { readonly result: Result; readonly milliseconds: number } {
  const before = process.cpuUsage()
  const result = run()
  const { user, system } = process.cpuUsage(before)
  return { result, milliseconds: (user + system) / 1000 }
}

/** Holds `run` to a bar of processor time for `length` characters of each piece. */
export async function assertQuick(
  pieces: readonly string[],
  { length, milliseconds }: { readonly length: number; readonly milliseconds: number },
  run: (text: string) => unknown,
): Promise<void> {
  for (const piece of pieces) {
    const text = piece.repeat(Math.ceil(length / piece.length))
    const before = process.cpuUsage()
    await run(text)
    const { user, system } = process.cpuUsage(before)
    assert.ok(user + system < milliseconds * 1000, `${JSON.stringify(piece)} took ${(user + system) / 1000} ms`)
  }
}
