import { type Paste, parsePaste } from '@/lib/check/parse-paste'
import type { BuildVerdict, CutInventory, PasteVerdict } from '@/lib/check/verdict'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { judgeBuilds } from './judge-builds'
import { judgeComputers } from './judge-computers'
import { judgeUpdates } from './judge-updates'
import { matchArticles } from './match-articles'

/** Judges a pasted text: what is out of date, what builds mean and which articles match. */
export async function judgePaste(index: IndexDatabase, text: string): Promise<PasteVerdict> {
  const paste = parsePaste(text)
  const builds = judgeBuilds(index, paste.builds)
  const installed = paste.inventories.flatMap(({ updates }) => updates)
  return {
    text: paste.text,
    isCut: paste.isCut,
    kinds: paste.kinds,
    products: paste.products,
    cutInventories: listCutInventories(paste),
    otherEntries: [...new Set(paste.inventories.flatMap(({ otherEntries }) => otherEntries))],
    unread: paste.unread,
    updates: judgeUpdates(index, installed, paste.named),
    ...judgeComputers(index, paste.computers, builds),
    builds: isAboutProblem(paste) ? builds.filter(isKnown) : builds,
    ...(await matchArticles(index, paste)),
  }
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
