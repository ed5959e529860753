// @ts-check
import { STATUS_CODES } from 'node:http'
import { BARE_POLICY, barePage } from '../lib/http/bare-page.mjs'
import { MAX_BODY_BYTES } from '../lib/http/limits.mjs'
import { MAX_ADDRESS_LENGTH, MAX_PARAMETERS } from './request-limits.mjs'

/**
 * An answer that the edge gives itself. `what` and `advice` are two sentences: what is wrong, and what to do.
 *
 * @typedef {{
 *   readonly status: number, readonly what: string, readonly advice: string,
 *   readonly headers?: Readonly<Record<string, string>>, readonly endsConnection?: boolean
 * }} Refusal
 */

/** @satisfies {Readonly<Record<string, Refusal>>} */
export const REFUSALS = {
  malformed: {
    status: 400,
    what: 'The request is malformed.',
    advice: 'Check the address and the headers, and send it again.',
    endsConnection: true,
  },
  'bad-address': {
    status: 400,
    what: 'The address is not one of this site.',
    advice: 'Use a path that begins with a slash.',
  },
  'bad-encoding': {
    status: 400,
    what: 'The address has a % that is not followed by the code of a character.',
    advice: 'Write % itself as %25.',
  },
  'bad-host': {
    status: 400,
    what: 'The request names no valid host.',
    advice: 'Send one Host header with a name or an address.',
    endsConnection: true,
  },
  'many-parameters': {
    status: 400,
    what: `The address has more than ${MAX_PARAMETERS} parameters.`,
    advice: 'Leave out those that you do not need.',
  },
  'long-address': {
    status: 414,
    what: `The address is longer than ${MAX_ADDRESS_LENGTH} characters.`,
    advice: 'Shorten the search, or paste a long text at /check.',
  },
  missing: {
    status: 404,
    what: 'There is no page at this address.',
    advice: 'Check the address, or start at the home page.',
  },
  'large-headers': {
    status: 431,
    what: 'The address and the headers of the request are too large.',
    advice: 'Shorten the search, or paste a long text at /check.',
    endsConnection: true,
  },
  'large-body': {
    status: 413,
    what: `The text has ${MAX_BODY_BYTES / 1_000_000} MB or more.`,
    advice: 'Paste only the relevant part; the first 64 KB are checked.',
  },
  slow: {
    status: 408,
    what: 'The request did not arrive in time.',
    advice: 'Send it again.',
    endsConnection: true,
  },
  expectation: {
    status: 417,
    what: 'The request expects something that this site does not do.',
    advice: 'Leave out the Expect header.',
    endsConnection: true,
  },
  'busy-client': {
    status: 429,
    what: 'Too many of your requests are waiting.',
    advice: 'Wait for the answers before you send more.',
    headers: { 'retry-after': '2' },
  },
  busy: {
    status: 503,
    what: 'The site has more requests than it can answer now.',
    advice: 'Try again in a few seconds.',
    headers: { 'retry-after': '5' },
  },
  stopping: {
    status: 503,
    what: 'This server is about to stop.',
    advice: 'Try again in a few seconds.',
    headers: { 'retry-after': '5' },
    endsConnection: true,
  },
}

/** @param {string} allowed @returns {Refusal} */
export function wrongMethod(allowed) {
  return {
    status: 405,
    what: 'The address does not take this method.',
    advice: `Use one of these: ${allowed}.`,
    headers: { allow: allowed },
  }
}

/** @param {string} id @returns {Refusal} */
export function fault(id) {
  return {
    status: 500,
    what: 'This is an error on our side, not a missing article.',
    advice: `Try again in a moment; the log has the reason under ${id}.`,
  }
}

const TITLES = new Map([
  [404, 'Page not found'],
  [500, 'Something went wrong'],
  [413, 'Text too large'],
  [503, 'Busy'],
])

/** Headers of every answer. The page of an article replaces the policy by its own. */
export const SECURITY_HEADERS = {
  'content-security-policy': BARE_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Other sites must not learn which article a reader had open.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * Builds the body of a refusal and its headers: JSON below /api, a page elsewhere.
 *
 * @param {Refusal} refusal
 * @param {{ readonly path: string, readonly id: string }} request
 */
export function renderRefusal({ status, what, advice, headers }, { path, id }) {
  const isJson = path.startsWith('/api/')
  const body = isJson
    ? JSON.stringify({ error: { status, message: `${what} ${advice}`, id } })
    : barePage(TITLES.get(status) ?? STATUS_CODES[status] ?? 'Not answered', [`${what} ${advice}`])
  return {
    body,
    headers: {
      ...headers,
      'content-type': isJson ? 'application/json' : 'text/html; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      'cache-control': 'no-store',
    },
  }
}
