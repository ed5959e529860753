// @ts-check
// Plain JavaScript, because server/ loads it without a compiler.

/** @typedef {{ readonly nodes: readonly string[], readonly alias: string, readonly shards: number, readonly replicas: number }} ClusterSettings */

const DEFAULTS = { KB_OPENSEARCH_INDEX: 'kb-viewer', KB_OPENSEARCH_SHARDS: '3', KB_OPENSEARCH_REPLICAS: '1' }

/**
 * Reads where the OpenSearch cluster is that finds words, or `undefined` where the index file does. Throws in two sentences for a
 * setting that makes no sense.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {ClusterSettings | undefined}
 */
export function parseClusterSettings(env) {
  if (!env.KB_SEARCH || env.KB_SEARCH === 'index-file') return undefined
  if (env.KB_SEARCH !== 'opensearch') {
    throw new Error(`Invalid KB_SEARCH "${env.KB_SEARCH}". Use index-file or opensearch.`)
  }
  const nodes = (env.KB_OPENSEARCH_URL ?? '').split(/[\s,]+/).filter(Boolean)
  if (nodes.length === 0 || !nodes.every(isHttpUrl)) {
    // A password in it is nobody's business.
    throw new Error(
      'Invalid KB_OPENSEARCH_URL. Use one address for each node, for example http://10.0.0.1:9200,http://10.0.0.2:9200.',
    )
  }
  const settingOf = (/** @type {keyof typeof DEFAULTS} */ name) => env[name] || DEFAULTS[name]
  const alias = settingOf('KB_OPENSEARCH_INDEX')
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(alias)) {
    throw new Error(
      `Invalid KB_OPENSEARCH_INDEX "${alias}". Use small letters, digits and hyphens, for example kb-viewer.`,
    )
  }
  const countOf = (/** @type {keyof typeof DEFAULTS} */ name, /** @type {number} */ least) => {
    const count = Number(settingOf(name))
    if (Number.isInteger(count) && count >= least && count <= 100) return count
    throw new Error(`Invalid ${name} "${env[name]}". Use a whole number from ${least} to 100.`)
  }
  return { nodes, alias, shards: countOf('KB_OPENSEARCH_SHARDS', 1), replicas: countOf('KB_OPENSEARCH_REPLICAS', 0) }
}

/** @param {string} text */
function isHttpUrl(text) {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}
