import type { FoundSignature } from '@/lib/kb/signatures/signature'

/** What a shared signature tells: `alone` leads to an article by itself, `with-others` only beside more, `nothing` never. */
export type LeadStrength = 'alone' | 'with-others' | 'nothing'

/** The first rule that fits decides. A code of any program at all, a number without its program and a file lead nowhere alone. */
const RULES: readonly { readonly fits: (signature: FoundSignature) => boolean; readonly strength: LeadStrength }[] = [
  // Builds are told of on their own.
  { fits: ({ kind }) => kind === 'version', strength: 'nothing' },
  // They run on every system, and stand in every list of processes.
  { fits: ({ kind, id }) => kind === 'file' && SYSTEM_FILES.has(id), strength: 'nothing' },
  // Any text has files, and the same file is part of hundreds of problems.
  { fits: ({ kind }) => kind === 'file', strength: 'with-others' },
  // Databases have negative numbers of their own; any program counts its errors from 1.
  { fits: ({ kind, id }) => kind === 'error' && !id.startsWith('error--'), strength: 'with-others' },
  // A number that each source counts for itself.
  { fits: ({ kind, broader }) => kind === 'event' && broader === undefined, strength: 'with-others' },
  { fits: ({ kind, id }) => kind === 'code' && isGeneralCode(id), strength: 'with-others' },
]

/** Tells how much the signature of a paste says about an article that has it as well. */
export function getLeadStrength(signature: FoundSignature): LeadStrength {
  return RULES.find(({ fits }) => fits(signature))?.strength ?? 'alone'
}

const SYSTEM_FILES = new Set(
  `idle.exe system.exe smss.exe csrss.exe winlogon.exe wininit.exe services.exe lsass.exe svchost.exe spoolss.exe spoolsv.exe
  explorer.exe taskmgr.exe cmd.exe setup.exe update.exe rundll32.exe regsvr32.exe mmc.exe ntoskrnl.exe hal.dll memory.dmp`.split(
    /\s+/,
  ),
)

/** What any component may return: E_FAIL and its like, Windows errors below 1000, statuses below 0x100. */
const GENERAL_RANGES: readonly (readonly [number, number])[] = [
  [0x80000000, 0x8000ffff],
  [0x80004001, 0x80004005],
  [0x80070000, 0x800703e7],
  [0xc0000000, 0xc00000ff],
]

function isGeneralCode(id: string): boolean {
  const value = Number(id)
  return GENERAL_RANGES.some(([first, last]) => value >= first && value <= last)
}
