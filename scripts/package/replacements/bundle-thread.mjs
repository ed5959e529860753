/** Gives the program of a thread, which loads a module that was bundled when the package was made. */
export async function bundleThread() {
  return new URL('../start-thread.mjs', import.meta.url)
}
