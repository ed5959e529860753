/** An error that the person at the command line can fix. The message is two sentences: what is wrong; what to do. */
export class CommandError extends Error {}

/**
 * Runs a command's main function. A `CommandError` ends it with its message and `errorCode` as exit code, a fault with
 * its stack and exit code 1.
 */
export async function runCommand(main, { errorCode = 1 } = {}) {
  try {
    await main()
  } catch (error) {
    const isExpected = error instanceof CommandError
    console.error(isExpected ? error.message : error)
    process.exitCode = isExpected ? errorCode : 1
  }
}
