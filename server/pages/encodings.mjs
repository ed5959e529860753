// @ts-check
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib'

/** @typedef {'br' | 'gzip'} Encoding */

/** What is compressed once is read many times: 5 of 11 takes 1 ms for a page, and 11 takes 40 for 4 % less. */
const BROTLI_QUALITY = 5
/** Less than this fits into one packet in any case. */
const MIN_BYTES = 500
/** The edge takes no larger page from a process that makes pages. */
export const MAX_PAGE_BYTES = 32_000_000

const compressors = {
  br: (/** @type {Buffer} */ body) =>
    promisify(brotliCompress)(body, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
    }),
  gzip: (/** @type {Buffer} */ body) => promisify(gzip)(body),
}

/**
 * Gives the encoding in which a client gets a text, or `undefined` for none. What it refuses with `q=0` it does not get.
 *
 * @param {string | undefined} accepted the header `accept-encoding`
 * @returns {Encoding | undefined}
 */
export function chooseEncoding(accepted) {
  const names = new Map(
    (accepted ?? '')
      .toLowerCase()
      .split(',', 32)
      .map((entry) => {
        const [name = '', ...parameters] = entry.split(';').map((part) => part.trim())
        return [name, !parameters.some((one) => /^q=0(?:\.0*)?$/.test(one))]
      }),
  )
  return /** @type {const} */ (['br', 'gzip']).find((name) => names.get(name) ?? names.get('*'))
}

/**
 * Makes a body that is compressed when it is first asked for, once for each encoding.
 *
 * @param {Buffer} body
 */
export function createEncodedBody(body) {
  return encodedBody({ plain: body }, body.length < MIN_BYTES)
}

/**
 * Makes a body of its compressed form, of which other forms are made when they are asked for.
 *
 * @param {Buffer} br
 */
export function createBrotliBody(br) {
  return encodedBody({ br }, false)
}

/** @param {{ readonly plain?: Buffer, readonly br?: Buffer }} given @param {boolean} isSmall */
function encodedBody(given, isSmall) {
  /** @type {Map<'plain' | Encoding, Promise<Buffer>>} */
  const known = new Map()
  let size = 0
  for (const form of /** @type {const} */ (['plain', 'br'])) {
    const bytes = given[form]
    if (bytes) add(form, Promise.resolve(bytes), bytes.length)
  }
  return {
    /** Bytes in memory. */
    size: () => size,
    isCompressed: () => known.has('br'),
    /** @returns {Promise<Buffer>} */
    compressed: () => get('br'),
    /** @param {string | undefined} accepted @returns {Promise<{ encoding?: Encoding, bytes: Buffer }>} */
    async in(accepted) {
      const encoding = isSmall ? undefined : chooseEncoding(accepted)
      return { encoding, bytes: await get(encoding ?? 'plain') }
    },
  }

  /** @param {'plain' | Encoding} form @returns {Promise<Buffer>} */
  function get(form) {
    return known.get(form) ?? add(form, make(form))
  }

  /** @param {'plain' | Encoding} form @param {Promise<Buffer>} making @param {number} [bytes] */
  function add(form, making, bytes) {
    known.set(form, making)
    if (bytes !== undefined) size += bytes
    else
      making.then(
        ({ length }) => {
          size += length
        },
        () => known.delete(form),
      )
    return making
  }

  /** @param {'plain' | Encoding} form @returns {Promise<Buffer>} */
  async function make(form) {
    if (form === 'plain') return promisify(brotliDecompress)(await get('br'), { maxOutputLength: MAX_PAGE_BYTES })
    return compressors[form](await get('plain'))
  }
}
