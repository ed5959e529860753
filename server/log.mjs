// @ts-check

/** Lets the process live on when nobody reads its log any more: each fault of writing would be logged as a fault, without end. */
export function logToNobody() {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error) => {
      if (!('code' in error && error.code === 'EPIPE')) throw error
    })
  }
}

/** Writes one line of JSON for an event: a line break in a value is escaped. @param {object} event */
export function writeLine(event) {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level: 'info', ...event })}\n`)
}
