import { resolve } from 'node:path'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'

/** Where search tools are installed that only the bench uses. */
export const TOOLS_DIR = resolve(PROJECT_ROOT, 'bench/tools')
/** Installs them. */
export const INSTALL_TOOLS = 'npm ci --prefix bench/tools'
