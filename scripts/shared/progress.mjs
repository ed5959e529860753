/** Runs one step of a command, says what it does before it begins and how long it took when it ends. */
export async function step(title, run) {
  const began = performance.now()
  console.log(`${title} ...`)
  const result = await run()
  console.log(`  done in ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}
