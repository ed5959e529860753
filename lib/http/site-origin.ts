import { getConfiguredOrigin } from '@/lib/env'
import { isOwnComputer } from './own-computer.mjs'

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
  return host !== null && isOwnComputer(host) ? `http://${host}` : undefined
}
