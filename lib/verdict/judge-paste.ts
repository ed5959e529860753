import { type Paste, parsePaste } from '@/lib/check/parse-paste'
import type { BuildVerdict, CutInventory, PasteVerdict } from '@/lib/check/verdict'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { judgeBuilds } from './judge-builds'
import { judgeLines, judgeUpdates } from './judge-updates'
import { matchArticles } from './match-articles'

/** Judges a pasted text: what is out of date, what builds mean and which articles match. */
export async function judgePaste(index: IndexDatabase, text: string): Promise<PasteVerdict> {
  const paste = parsePaste(text)
  const builds = judgeBuilds(index, paste.builds)
  return {
    text: paste.text,
    isCut: paste.isCut,
    kinds: paste.kinds,
    products: paste.products,
    cutInventories: listCutInventories(paste),
    otherEntries: [...new Set(paste.inventories.flatMap(({ otherEntries }) => otherEntries))],
    updates: judgeUpdates(index, paste.installed, paste.named),
    lines: judgeLines(index, paste.installed),
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

/** Lists the inventories that state more updates than they list. */
function listCutInventories({ inventories, cutVersionCount }: Paste): CutInventory[] {
  const cut = inventories.filter(
    ({ statedCount, listedCount }) => statedCount !== undefined && listedCount < statedCount,
  )
  const versions: CutInventory[] =
    cutVersionCount > 0 ? [{ kind: 'exchange-servers', listedCount: cutVersionCount }] : []
  return [
    ...cut.map(({ kind, host, statedCount, listedCount }) => ({ kind, host, statedCount, listedCount })),
    ...versions,
  ]
}
