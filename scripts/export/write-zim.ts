import { renameSync, rmSync } from 'node:fs'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { startProcess } from '@/scripts/shared/run-process.mjs'

const PROGRAM = 'zimwriterfs'
/** The picture of a ZIM file, in the copy: 48 x 48 pixels, as the format wants. */
export const ILLUSTRATION = 'assets/illustration.png'
/** A ZIM file names its language by three letters. */
const LANGUAGES: Readonly<Record<string, string>> = {
  de: 'deu',
  en: 'eng',
  es: 'spa',
  fr: 'fra',
  it: 'ita',
  ja: 'jpn',
  pt: 'por',
  zh: 'zho',
}
const UNKNOWN_LANGUAGE = 'und'
/** The longest title and description that readers of ZIM files show. */
const [MAX_TITLE, MAX_DESCRIPTION] = [30, 80]

export interface ZimText {
  readonly title: string
  readonly description: string
  /** As in HTML: `en`, `pt-BR`. */
  readonly language: string
}

/** Throws a `CommandError` unless ZIM files can be written, before any work is done. */
export async function requireZimWriter(program = PROGRAM): Promise<void> {
  const code = await run(program, ['--version'])
  if (code === 0) return
  throw new CommandError(
    `${PROGRAM} is not installed, which writes ZIM files. Install it (Debian: apt-get install zim-tools), or leave out --zim.`,
  )
}

/** Packs a copy of the site into a ZIM file, which takes the place of a former one when it is complete. */
export async function writeZim(folder: string, file: string, text: ZimText, program = PROGRAM): Promise<void> {
  const draft = `${file.replace(/\.zim$/, '')}.draft-${process.pid}.zim`
  const options = listOptions(text)
  const { ended, output } = startProcess(program, [...options, folder, draft])
  try {
    const code = await ended
    if (code !== 0) {
      throw new CommandError(
        `${PROGRAM} ended with ${code} and wrote no ZIM file; the folder is complete. See what it says, and check the space on the disk:\n${output()}`,
      )
    }
    renameSync(draft, file)
  } finally {
    // Of an index, it leaves pieces beside the file.
    for (const suffix of ['', '.tmp', '_title.idx', '_title.idx.tmp', '_fulltext.idx', '_fulltext.idx.tmp'])
      rmSync(draft + suffix, { recursive: true, force: true })
  }
}

function listOptions({ title, description, language }: ZimText): string[] {
  const options = {
    welcome: 'index.html',
    illustration: ILLUSTRATION,
    language: LANGUAGES[language.slice(0, 2).toLowerCase()] ?? UNKNOWN_LANGUAGE,
    title: cut(title, MAX_TITLE),
    description: cut(description, MAX_DESCRIPTION),
    creator: title,
    publisher: 'KB Viewer',
    name: 'kb-viewer',
  }
  return Object.entries(options).map(([name, value]) => `--${name}=${value}`)
}

function cut(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}

async function run(program: string, args: readonly string[]): Promise<number | string> {
  try {
    return await startProcess(program, args).ended
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'ENOENT'
    throw error
  }
}
