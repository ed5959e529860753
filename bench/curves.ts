import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { drawScales } from '@/bench/collections/draw-scales'
import { formatScaleTable, readScales } from '@/bench/collections/scale'
import { CommandError, runCommand } from '@/scripts/shared/command-error.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'

// bench/scale.json, which bench:scale measures -> docs/scale.svg, and the table of docs/performance.md.
await runCommand(async () => {
  const scales = readScales(join(PROJECT_ROOT, 'bench', 'scale.json'))
  if (scales.length === 0) {
    throw new CommandError('Nothing was measured. Run "npm run bench:scale" with --results bench/scale.json first.')
  }
  writeFileSync(join(PROJECT_ROOT, 'docs', 'scale.svg'), drawScales(scales))
  console.log(formatScaleTable(scales))
})
