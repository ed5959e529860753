import { getConfiguredOrigin } from '@/lib/env'

/** Names of the reader's own computer, which nobody else can point anywhere. */
const OWN_COMPUTER = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i

/**
 * Gives the address of this site for texts that leave it: the configured one (`KB_ORIGIN`), or the one that site.yaml states. Without
 * them there is none, because
 * a client sends any host it likes, except on the reader's own computer.
 */
export function siteOrigin(
  host: string | null,
  stated?: string,
  configured = getConfiguredOrigin(),
): string | undefined {
  const known = configured ?? (stated === undefined ? undefined : new URL(stated).origin)
  if (known !== undefined) return known
  return host !== null && OWN_COMPUTER.test(host) ? `http://${host}` : undefined
}
