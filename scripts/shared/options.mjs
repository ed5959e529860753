import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CommandError } from './command-error.mjs'
import { PROJECT_ROOT } from './project-root.mjs'

/** Every option of every command. One with a value has an example. */
const OPTIONS = /** @type {const} */ ({
  content: { type: 'string', example: '--content ../my-kb' },
  count: { type: 'string', example: '--count 100' },
  file: { type: 'string', example: '--file queries.jsonl' },
  host: { type: 'string', example: '--host 192.0.2.1' },
  index: { type: 'string', example: '--index /tmp/kb.db' },
  out: { type: 'string', example: '--out ../archive' },
  port: { type: 'string', example: '--port 8080' },
  report: { type: 'string', example: '--report report.json' },
  results: { type: 'string', example: '--results results.jsonl' },
  seed: { type: 'string', example: '--seed 2' },
  work: { type: 'string', example: '--work /tmp/bench' },
  'dry-run': { type: 'boolean' },
  'in-process': { type: 'boolean' },
  'keep-going': { type: 'boolean' },
  misses: { type: 'boolean' },
  'rebuild-peers': { type: 'boolean' },
  verify: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
})

/** By default only this computer can reach the server. */
const DEFAULT_HOST = '127.0.0.1'
const ALL_INTERFACES = '0.0.0.0'
const DEFAULT_PORT = '3000'

/**
 * Parses a command line: `--name value` or `--name=value`. Throws a `CommandError` for an unknown option and for a value
 * that is missing or too many.
 *
 * @template {keyof typeof OPTIONS} Name
 * @param {readonly string[]} args
 * @param {readonly Name[]} names
 * @param {{ allowPositionals?: boolean }} [settings]
 * @returns {{ values: { [Given in Name]?: (typeof OPTIONS)[Given] extends { type: 'string' } ? string : boolean }, positionals: string[] }}
 */
export function parseOptions(args, names, { allowPositionals = false } = {}) {
  const options = Object.fromEntries(names.map((name) => [name, OPTIONS[name]]))
  // Not strict, because the messages of `parseArgs` do not say which options there are.
  const parsed = parseArgs({ args: nameBareHost(args), options, strict: false, tokens: true })
  for (const token of parsed.tokens) {
    if (token.kind === 'option') checkOption(token, options)
    else if (token.kind === 'positional' && !allowPositionals) refuseUnknown(token.value, options)
  }
  return { values: parsed.values, positionals: parsed.positionals }
}

/**
 * Gives the options of `npm start` and `npm run dev`. An option wins over the environment, the environment over the
 * default.
 */
export function parseServerOptions(args, env) {
  const { values } = parseOptions(args, ['content', 'port', 'host', 'help'])
  return {
    help: values.help === true,
    contentDir: resolve(values.content ?? (env.KB_CONTENT || resolve(PROJECT_ROOT, 'content'))),
    indexFile: env.KB_INDEX ? resolve(env.KB_INDEX) : undefined,
    port: values.port === undefined ? parsePort(env.PORT || DEFAULT_PORT, 'PORT') : parsePort(values.port),
    host: values.host ?? DEFAULT_HOST,
  }
}

/** Parses the number of a port. Throws a `CommandError` that names where it came from. */
export function parsePort(text, name = '--port') {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0
  if (port >= 1 && port <= 65535) return port
  throw new CommandError(`Invalid port "${text}" in ${name}. Use a number from 1 to 65535, for example --port 8080.`)
}

/** `--host` alone becomes `--host=0.0.0.0`: `parseArgs` knows no option whose value may be left out. */
function nameBareHost(args) {
  return args.map((arg, index) => {
    const isBare = arg === '--host=' || (arg === '--host' && (args[index + 1] ?? '--').startsWith('--'))
    return isBare ? `--host=${ALL_INTERFACES}` : arg
  })
}

function checkOption({ name, rawName, value, inlineValue }, options) {
  if (!Object.hasOwn(options, name)) refuseUnknown(rawName, options)
  const { type, example } = options[name]
  if (type === 'boolean' && value !== undefined) {
    throw new CommandError(`--${name} takes no value. Leave out "=${value}".`)
  }
  if (type === 'string' && (!value || (!inlineValue && value.startsWith('--')))) {
    throw new CommandError(`--${name} needs a value. For example: ${example}.`)
  }
}

function refuseUnknown(given, options) {
  const available = Object.keys(options).map((name) => `--${name}`)
  throw new CommandError(`Unknown option "${given}". Available options: ${available.join(', ')}.`)
}
