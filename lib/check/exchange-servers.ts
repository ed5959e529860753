import { withoutDirectoryOffset } from '@/lib/kb/numbers/build-number'
import type { PastedBuild } from './paste'
import { quoteLine } from './quote-line'

/** `Version 8.0 (Build 685.24)`, as Exchange prints the version of a server. */
const ADMIN_VERSION = /\bVersion (\d{1,3})\.(\d{1,3}) \(Build (\d{1,5})\.(\d{1,5})\)/g
/** The same, cut off by a table: `Version 8.0 (Bui...`. */
const CUT_VERSION = /\bVersion \d{1,3}\.\d{1,3} (?:\(?B?u?i?l?d?[ \d.]{0,12})(?:\.\.\.|…)/g
const NAME_FIELD = /^[ \t]*(?:Name|Identity|Server|Fqdn)[ \t]*:[ \t]*(\S+)/gim

/** What `Get-ExchangeServer` told: the build of each server, and how many of them the table cut off. */
export interface ExchangeServers {
  readonly builds: readonly PastedBuild[]
  readonly cutCount: number
}

/** Reads `Get-ExchangeServer`, as a list (`| fl Admin*`) or as a table (`| ft Name,AdminDisplayVersion`). */
export function parseExchangeServers(text: string): ExchangeServers {
  const names = [...text.matchAll(NAME_FIELD)]
  const matches = [...text.matchAll(ADMIN_VERSION)]
  const builds = matches.map((match, place): PastedBuild => {
    const after = place === 0 ? 0 : (matches[place - 1]?.index ?? 0)
    const quote = quoteLine(text, match.index, match[0].length)
    const field = names.findLast(({ index }) => index >= after && index < match.index)
    return {
      build: joinBuild(match.slice(1, 5).map(Number)),
      written: match[0],
      server: field?.[1] ?? nameInRow(quote, match[0]),
      isAdminDisplayVersion: true,
      quote,
    }
  })
  return { builds, cutCount: text.match(CUT_VERSION)?.length ?? 0 }
}

function joinBuild([major = 0, minor = 0, build = 0, revision = 0]: readonly number[]): string {
  return [major, minor, withoutDirectoryOffset(build), revision].join('.')
}

/** The first word of a table's row; a row that begins with the version, or with a field's name, has none. */
function nameInRow(row: string, version: string): string | undefined {
  const before = row.slice(0, row.indexOf(version)).trim()
  return /^[^\s:]+(?=\s|$)/.exec(before)?.[0]?.replace(/^(?:AdminDisplayVersion|…).*$/, '') || undefined
}
