import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { runMeasured } from '@/bench/measure/measured-process'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { TOOLS_DIR } from './tools-folder'

const latency = z.object({ count: z.number(), p50: z.number(), p95: z.number(), longest: z.number() })

const miniSearchReport = z.object({
  buildSeconds: z.number(),
  buildPeakBytes: z.number().optional(),
  /** The size of its JSON, its only form on disk. */
  indexBytes: z.number(),
  search: z.object({ first: latency, later: latency }),
  suggestions: latency,
  results: z.array(z.object({ q: z.string(), ids: z.array(z.number()) })),
})
export type MiniSearchReport = z.infer<typeof miniSearchReport>

const RUN_SECONDS = 1200

export function hasMiniSearch(): boolean {
  return existsSync(join(TOOLS_DIR, 'node_modules', 'minisearch', 'package.json'))
}

/** Indexes and searches the archive in a process of its own, which needs more than a gigabyte. */
export async function measureMiniSearch(options: {
  readonly contentDir: string
  readonly queryFile: string
}): Promise<MiniSearchReport> {
  const { output } = await runMeasured(
    process.execPath,
    [
      '--max-old-space-size=6144',
      '--import',
      'tsx',
      'bench/peers/minisearch-run.ts',
      TOOLS_DIR,
      options.contentDir,
      options.queryFile,
    ],
    { timeoutSeconds: RUN_SECONDS },
  )
  const report = miniSearchReport.safeParse(parseLastLine(output))
  if (report.success) return report.data
  throw new CommandError(`The report of MiniSearch is invalid: ${report.error.message}. Its output was:\n${output}`)
}

function parseLastLine(output: string): unknown {
  try {
    return JSON.parse(output.trim().split('\n').at(-1) ?? '')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return undefined
  }
}
