import { parseHost } from '@/lib/check/lists/host-names'
import type { PastedBuild } from '@/lib/check/paste'
import { quoteLine } from '@/lib/check/quote-line'
import { withoutDirectoryOffset } from '@/lib/kb/numbers/build-number'
import type { RecordHosts } from './record-hosts'

/** `Version 8.0 (Build 685.24)`, as Exchange prints the version of a server; Exchange 2003 adds its service pack. */
const ADMIN_VERSION = /\bVersion:? {1,3}(\d{1,3})\.(\d{1,3}) \(Build (\d{1,5})\.(\d{1,5})(?:: [^()\n]{1,30})?\)/g
/** The same, cut off by a table: `Version 8.0 (Bui...`. */
const CUT_VERSION = /\bVersion \d{1,3}\.\d{1,3} (?:\(?B?u?i?l?d?[ \d.]{0,12})(?:\.\.\.|…)/g

/** What `Get-ExchangeServer` told: the build of each server, and how many of them the table cut off. */
export interface ExchangeServers {
  readonly builds: readonly PastedBuild[]
  readonly cutCount: number
}

/** Finds the servers that `Get-ExchangeServer` prints, as a list (`| fl Admin*`) or as a table (`| ft Name,AdminDisplayVersion`). */
export function findExchangeServers(text: string, hosts: RecordHosts): ExchangeServers {
  const builds = Array.from(text.matchAll(ADMIN_VERSION), (match): PastedBuild => {
    const quote = quoteLine(text, match.index, match[0].length)
    return {
      build: joinBuild(match.slice(1, 5).map(Number)),
      written: match[0],
      server: hosts.hostAt(match.index, { isExchange: true }) ?? nameInRow(quote, match[0]),
      isAdminDisplayVersion: true,
      isOnlyNamed: false,
      isLabelled: true,
      isDoubtful: false,
      isOfNamedThing: false,
      context: 'Exchange',
      quote,
      start: match.index,
    }
  })
  return { builds, cutCount: text.match(CUT_VERSION)?.length ?? 0 }
}

function joinBuild([major = 0, minor = 0, build = 0, revision = 0]: readonly number[]): string {
  return [major, minor, withoutDirectoryOffset(build), revision].join('.')
}

/** The first word of a row, where the header of the table is missing. */
function nameInRow(row: string, version: string): string | undefined {
  const [first = ''] = row.slice(0, row.indexOf(version)).trim().split(/\s+/)
  return /[:=]$/.test(first) || /^AdminDisplayVersion/i.test(first) ? undefined : parseHost(first)
}
