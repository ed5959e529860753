import { resolve } from 'node:path'
import { CommandError } from './command-error.mjs'
import { PROJECT_ROOT } from './project-root.mjs'

/** Where the server listens unless told otherwise: only this computer can reach it. */
const DEFAULT_HOST = '127.0.0.1'
const ALL_INTERFACES = '0.0.0.0'
const DEFAULT_PORT = '3000'

/**
 * Gives the options of `npm start` and `npm run dev`. An option wins over the environment, the environment over the
 * default. Throws a `CommandError` for an option that there is not and for a value that cannot be meant.
 */
export function readOptions(args, env) {
  const given = splitOptions(args, ['content', 'port', 'host', 'help'])
  const port = given.port ?? (env.PORT || DEFAULT_PORT)
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535) {
    const name = given.port === undefined ? 'PORT' : '--port'
    throw new CommandError(
      `${name} is "${port}", and a port is a number from 1 to 65535. Write for example --port 8080.`,
    )
  }
  return {
    help: given.help !== undefined,
    contentDir: resolve(given.content ?? (env.KB_CONTENT || resolve(PROJECT_ROOT, 'content'))),
    indexFile: env.KB_INDEX ? resolve(env.KB_INDEX) : undefined,
    port: Number(port),
    host: given.host ?? DEFAULT_HOST,
  }
}

/** What an option with a value looks like in use. */
const EXAMPLES = { content: '--content ../my-kb', port: '--port 8080', index: '--index /tmp/kb.db' }

/**
 * Gives the value of each option: `--name value` or `--name=value`; `--host` stands alone as well, and `--help` and
 * `--keep-going` always. Throws a `CommandError` for a name that is not among `names`.
 *
 * @param {readonly string[]} args
 * @param {readonly string[]} names
 * @returns {Record<string, string | undefined>}
 */
export function splitOptions(args, names) {
  const given = {}
  for (let at = 0; at < args.length; at++) {
    const [, name, joined] = /^--([a-z-]+)(?:=(.*))?$/s.exec(args[at] === '-h' ? '--help' : args[at]) ?? []
    if (!names.includes(name)) {
      const options = names.map((known) => `--${known}`).join(', ')
      throw new CommandError(`There is no option "${args[at]}". The options are ${options}.`)
    }
    const next = args[at + 1]
    const takesNext = name in EXAMPLES || name === 'host'
    const isNextValue = takesNext && joined === undefined && next !== undefined && !next.startsWith('--')
    const value = isNextValue ? args[++at] : joined
    if (!value && name in EXAMPLES) {
      throw new CommandError(`--${name} has no value. Write for example ${EXAMPLES[name]}.`)
    }
    given[name] = value || (name === 'host' ? ALL_INTERFACES : '')
  }
  return given
}
