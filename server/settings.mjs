// @ts-check
import { availableParallelism } from 'node:os'
import { parseClusterSettings } from '../lib/kb-index/file/cluster-settings.mjs'
import { CommandError } from '../scripts/shared/command-error.mjs'
import { parsePort } from '../scripts/shared/options.mjs'
import { parseNetworks } from './client-address.mjs'

/**
 * @typedef {{
 *   readonly isDevelopment: boolean, readonly proxies: import('node:net').BlockList, readonly logsRequests: boolean,
 *   readonly metrics: { readonly host: string, readonly port: number } | undefined,
 *   readonly workers: number, readonly pageCacheBytes: number, readonly hasOrigin: boolean,
 *   readonly pageStore: { readonly folder?: string, readonly maxBytes: number }, readonly makesPagesAhead: boolean,
 *   readonly maxActive: number, readonly maxWaiting: number, readonly maxWaitMs: number, readonly maxPerClient: number,
 *   readonly maxConnections: number, readonly maxConnectionsPerClient: number
 * }} Settings
 */

/** Rendering is the work of one thread in each process: more at a time only makes each take longer. */
const MAX_ACTIVE = 4
const MAX_ACTIVE_OF_PROCESS = 2
const PAGE_CACHE_MB = 64
const PAGE_STORE_MB = 1000
const MAX_WAITING = 512
const MAX_WAIT_MS = 30_000
/** What one client may have waiting or in work. A page and what belongs to it are about ten. */
const MAX_PER_CLIENT = 32
const MAX_CONNECTIONS_PER_CLIENT = 64
const MAX_CONNECTIONS = 1000
/** The index, the articles and the framework open files beside the connections. */
const OTHER_FILES = 100

/**
 * Reads the settings of the edge from the environment. Throws a `CommandError` for one that makes no sense.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {{ readonly isDevelopment: boolean, readonly maxFiles: number }} process
 * @returns {Settings}
 */
export function parseSettings(env, { isDevelopment, maxFiles }) {
  const proxies = parseNetworks(env.KB_TRUSTED_PROXIES ?? '')
  if (proxies === undefined) {
    throw new CommandError(
      `Invalid KB_TRUSTED_PROXIES "${env.KB_TRUSTED_PROXIES}". Use addresses or networks, for example 10.0.0.0/8,::1.`,
    )
  }
  parseOrigin(env.KB_ORIGIN)
  requireClusterSettings(env)
  const workers = parseCount(env, 'KB_WORKERS', availableParallelism())
  // A page may take long to compile in development, and its tools send what they like.
  const bound = (/** @type {number} */ value) => (isDevelopment ? Number.POSITIVE_INFINITY : value)
  return {
    isDevelopment,
    proxies,
    logsRequests: !isDevelopment && env.KB_LOG_REQUESTS !== 'off',
    metrics: env.KB_METRICS_PORT
      ? { host: env.KB_METRICS_HOST || '127.0.0.1', port: parsePort(env.KB_METRICS_PORT, 'KB_METRICS_PORT') }
      : undefined,
    workers,
    pageCacheBytes: parseCount(env, 'KB_PAGE_CACHE_MB', PAGE_CACHE_MB) * 1_000_000,
    hasOrigin: Boolean(env.KB_ORIGIN),
    pageStore: {
      folder: env.KB_PAGE_STORE || undefined,
      maxBytes: parseCount(env, 'KB_PAGE_STORE_MB', PAGE_STORE_MB, 0) * 1_000_000,
    },
    makesPagesAhead: parseSwitch(env, 'KB_PAGES_AHEAD'),
    maxActive: bound(parseCount(env, 'KB_MAX_ACTIVE', Math.max(MAX_ACTIVE, MAX_ACTIVE_OF_PROCESS * workers))),
    maxWaiting: bound(parseCount(env, 'KB_MAX_WAITING', MAX_WAITING)),
    maxWaitMs: bound(MAX_WAIT_MS),
    maxPerClient: bound(parseCount(env, 'KB_MAX_PER_CLIENT', MAX_PER_CLIENT)),
    maxConnections: Math.min(
      parseCount(env, 'KB_MAX_CONNECTIONS', MAX_CONNECTIONS),
      Math.max(1, Math.floor((maxFiles - OTHER_FILES) / 2)),
    ),
    maxConnectionsPerClient: bound(MAX_CONNECTIONS_PER_CLIENT),
  }
}

/** @param {string | undefined} text */
function parseOrigin(text) {
  if (!text) return
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, '')) return
  throw new CommandError(
    `Invalid KB_ORIGIN "${text}". Use the scheme and the host under which readers know the site, for example https://kb.example.com.`,
  )
}

/** The processes that make pages read them. @param {Readonly<Record<string, string | undefined>>} env */
function requireClusterSettings(env) {
  try {
    parseClusterSettings(env)
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error))
  }
}

/** @param {Readonly<Record<string, string | undefined>>} env @param {string} name @param {number} fallback @param {0 | 1} [least] */
function parseCount(env, name, fallback, least = 1) {
  const text = env[name]
  if (!text) return fallback
  if (/^(?:0|[1-9]\d{0,6})$/.test(text) && Number(text) >= least) return Number(text)
  throw new CommandError(`Invalid ${name} "${text}". Use a whole number from ${least}, for example ${fallback}.`)
}

/** @param {Readonly<Record<string, string | undefined>>} env @param {string} name */
function parseSwitch(env, name) {
  const text = env[name] || 'on'
  if (text === 'on' || text === 'off') return text === 'on'
  throw new CommandError(`Invalid ${name} "${text}". Use "on" or "off".`)
}
