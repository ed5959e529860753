import { readdirSync, readFileSync } from 'node:fs'

/** What a program and its descendants have used so far. */
export interface TreeUsage {
  /** The sum of each process's own peak of resident memory, which is at least the peak of all together. */
  readonly peakBytes: number
  readonly processorSeconds: number
}

/** Linux reports processor time in hundredths of a second. */
const TICKS_A_SECOND = 100

/**
 * Watches a process and its descendants until `stop`. `read` gives `undefined` on systems without /proc. The figures do not
 * come from `resourceUsage()`, which counts for a child at least the memory of the process that started it.
 */
export function watchProcessTree(root: number, everyMs = 50): { read: () => TreeUsage | undefined; stop: () => void } {
  const seen = new Map<number, TreeUsage>()
  const sample = () => {
    for (const id of listTree(root)) {
      const usage = readUsage(id)
      if (usage) seen.set(id, usage)
    }
  }
  sample()
  const timer = setInterval(sample, everyMs)
  timer.unref()
  return { read, stop: () => clearInterval(timer) }

  function read(): TreeUsage | undefined {
    sample()
    const usages = [...seen.values()]
    if (usages.length === 0) return undefined
    return {
      peakBytes: usages.reduce((sum, { peakBytes }) => sum + peakBytes, 0),
      processorSeconds: usages.reduce((sum, { processorSeconds }) => sum + processorSeconds, 0),
    }
  }
}

/** Lists a process and its descendants, parents first. */
function listTree(root: number): number[] {
  const tree = [root]
  for (const id of tree) {
    for (const thread of ifPresent(() => readdirSync(`/proc/${id}/task`)) ?? []) {
      const children = ifPresent(() => readFileSync(`/proc/${id}/task/${thread}/children`, 'utf8')) ?? ''
      tree.push(...children.trim().split(' ').filter(Boolean).map(Number))
    }
  }
  return tree
}

function readUsage(id: number): TreeUsage | undefined {
  const status = ifPresent(() => readFileSync(`/proc/${id}/status`, 'utf8'))
  const stat = ifPresent(() => readFileSync(`/proc/${id}/stat`, 'utf8'))
  // A zombie has no memory, and its peak was seen before.
  const peak = status && /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1]
  if (!peak || !stat) return undefined
  // The program's name is in parentheses and may contain spaces. The third field follows it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return {
    peakBytes: Number(peak) * 1024,
    processorSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND,
  }
}

/** A process may end while it is being read, and some systems have no /proc. */
function ifPresent<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH'))
      return undefined
    throw error
  }
}
