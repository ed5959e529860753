// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.

const NAME = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i

/**
 * Tells whether a host is a name of the reader's own computer, which nobody else can point anywhere.
 *
 * @param {string} host
 */
export function isOwnComputer(host) {
  return NAME.test(host)
}
