import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CommandError } from './command-error.mjs'
import { PROJECT_ROOT } from './project-root.mjs'

/** The options with a value, each with an example; all others are flags. */
const EXAMPLES = {
  base: '--base /kb/',
  captured: '--captured 2023-01-13',
  closure: '--closure 1',
  content: '--content ../my-kb',
  count: '--count 100',
  file: '--file queries.jsonl',
  host: '--host 192.0.2.1',
  index: '--index /tmp/kb.db',
  origin: '--origin https://kb.example',
  out: '--out ../archive',
  part: '--part 1/4',
  port: '--port 8080',
  product: '--product exchange',
  report: '--report report.json',
  requests: '--requests 200000',
  results: '--results results.jsonl',
  seconds: '--seconds 60',
  seed: '--seed 2',
  work: '--work /tmp/bench',
}

/** By default only this computer can reach the server. */
const DEFAULT_HOST = '127.0.0.1'
const ALL_INTERFACES = '0.0.0.0'
const DEFAULT_PORT = '3000'

/**
 * Parses a command line: `--name value` or `--name=value`. Throws a `CommandError` for an unknown option and for a value
 * that is missing or superfluous.
 *
 * @template {string} Name
 * @param {readonly string[]} args
 * @param {readonly Name[]} names
 * @param {{ allowPositionals?: boolean }} [settings]
 * @returns {{ values: { [Given in Name]?: Given extends keyof typeof EXAMPLES ? string : boolean }, positionals: string[] }}
 */
export function parseOptions(args, names, { allowPositionals = false } = {}) {
  const options = Object.fromEntries(names.map((name) => [name, { type: name in EXAMPLES ? 'string' : 'boolean' }]))
  if (options.help) options.help.short = 'h'
  // Not strict, because the messages of `parseArgs` do not list the available options.
  const parsed = parseArgs({ args: nameBareHost(args), options, strict: false, tokens: true })
  for (const { kind, name, rawName, value, inlineValue } of parsed.tokens) {
    if (kind === 'positional' && !allowPositionals) refuseUnknown(value, names)
    if (kind !== 'option') continue
    if (!names.includes(name)) refuseUnknown(rawName, names)
    if (!(name in EXAMPLES)) {
      if (inlineValue) throw new CommandError(`--${name} takes no value. Leave out "=${value}".`)
    } else if (!value || (!inlineValue && value.startsWith('--'))) {
      throw new CommandError(`--${name} needs a value. For example: ${EXAMPLES[name]}.`)
    }
  }
  return parsed
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
    watch: parseWatchMode(env),
  }
}

/**
 * Gives how changes of the articles are noticed (`KB_WATCH`). Throws a `CommandError` for a value that is none.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {'on' | 'poll' | 'off'}
 */
export function parseWatchMode(env) {
  const mode = env.KB_WATCH || 'on'
  if (mode === 'on' || mode === 'poll' || mode === 'off') return mode
  throw new CommandError(`Invalid KB_WATCH "${mode}". Use on, poll for a folder on a network drive, or off.`)
}

/**
 * Parses a number of things from 1; without a text it is `fallback`.
 *
 * @param {string | undefined} text
 * @param {string} name
 * @param {number} fallback
 */
export function parseCount(text, name, fallback) {
  if (text === undefined) return fallback
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new CommandError(`Invalid ${name} "${text}". Use a whole number from 1, for example ${fallback}.`)
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

function refuseUnknown(given, names) {
  const available = names.map((name) => `--${name}`).join(', ')
  throw new CommandError(`Unknown option "${given}". Available options: ${available}.`)
}
