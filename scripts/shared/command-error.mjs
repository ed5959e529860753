/** Thrown for what the person at the command line can put right. The message is two sentences: what is wrong; what to do. */
export class CommandError extends Error {}

/** Runs a command's main function; a `CommandError` ends it with its sentence and exit code 1, a fault with its stack. */
export async function runCommand(main) {
  try {
    await main()
  } catch (error) {
    console.error(error instanceof CommandError ? error.message : error)
    process.exitCode = 1
  }
}
