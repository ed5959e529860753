import { type Paste, parsePaste } from '@/lib/check/parse-paste'
import type { BuildVerdict, CutInventory, PasteVerdict } from '@/lib/check/verdict'
import type { SearchEngine } from '@/lib/kb/search/search-engine'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { listProductLines } from '@/lib/kb-index/read/product-lines'
import { sqliteEngine } from '@/lib/kb-index/search/sqlite-engine'
import { judgeBuilds } from './judge-builds'
import { judgeComputers } from './judge-computers'
import { judgeUpdates } from './judge-updates'
import { matchArticles } from './match-articles'

/** Judges a pasted text: what is out of date, what builds mean and which articles match. */
export async function judgePaste(
  index: IndexDatabase,
  text: string,
  engine: SearchEngine<IndexDatabase> = sqliteEngine,
): Promise<PasteVerdict> {
  const paste = parsePaste(text)
  const builds = judgeBuilds(index, paste.builds)
  const judged = judgeComputers(index, paste.computers, builds)
  const installed = paste.inventories.flatMap(({ updates }) => updates)
  return {
    text: paste.text,
    isCut: paste.isCut,
    computerCount: paste.computerCount,
    kinds: paste.kinds,
    products: paste.products,
    cutInventories: listCutInventories(paste),
    otherEntries: [...new Set(paste.inventories.flatMap(({ otherEntries }) => otherEntries))],
    unread: paste.unread,
    updates: judgeUpdates(index, installed, paste.named),
    ...judged,
    map: findMap(index, judged),
    builds: isAboutProblem(paste) ? builds.filter(isKnown) : builds,
    ...(await matchArticles(index, paste, engine)),
  }
}

/** The map of the product on which one computer has one place. */
function findMap(
  index: IndexDatabase,
  { computers, lines }: Pick<PasteVerdict, 'computers' | 'lines'>,
): PasteVerdict['map'] {
  const [line, ...others] = lines.filter(({ doubts }) => doubts.length === 0)
  if (!line || others.length > 0 || computers.length > 1) return undefined
  const product = listProductLines(index).find(({ tracks }) => tracks.some(({ series }) => series.line === line.name))
  return product && { product, here: line.newest.number }
}

/** Logs mention versions of anything, so only known ones are worth an answer. */
function isAboutProblem({ kinds }: Paste): boolean {
  return kinds.some((kind) => kind === 'setup-log' || kind === 'event-entry' || kind === 'stop-screen')
}

function isKnown({ places, newerFiles, sameVersion }: BuildVerdict): boolean {
  return places.length + newerFiles.length + sameVersion.length > 0
}

/** Lists of which a tool, a mail program or the bound of this check left something out. */
function listCutInventories({ inventories, cutVersionCount }: Paste): CutInventory[] {
  const cut = inventories.flatMap(({ kind, cut: reason, host, statedCount, listedCount }): CutInventory[] =>
    reason === undefined ? [] : [{ kind, reason, host, statedCount, listedCount }],
  )
  const versions: CutInventory[] =
    cutVersionCount > 0 ? [{ kind: 'exchange-servers', reason: 'cut-versions', listedCount: cutVersionCount }] : []
  return [...cut, ...versions]
}
