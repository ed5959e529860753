import { existsSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { createTreeSurvey, type TreeSurvey } from '@/lib/legacy-import/learn/survey-tree'
import type { LearnTree } from '@/lib/legacy-import/learn/tree'
import type { InputCaps } from './input-caps'
import { isInputFile } from './input-file'
import { listFolder, readListedBytes } from './read-folder'
import { type Input, readInput } from './read-inputs'

/** An input without a sign of the dialect among so many files is none of its repositories. */
const MAX_FILES_WITHOUT_SIGN = 2000
/** A clone is looked for in so many folders above the input. */
const MAX_LEVELS = 8
const ROOT_SIGNS = ['.openpublishing.publish.config.json', '.openpublishing.redirection.json']

/**
 * Reads all files of an input for a first time, if it is a repository of living articles or a folder in the clone of one.
 * Gives `undefined` for any other input, after its first files.
 */
export async function surveyInput(input: Input, caps: InputCaps, captured?: string): Promise<LearnTree | undefined> {
  if (input.kind === 'files') return surveyFolder(input.path, input.isFolder, caps, captured)
  const survey = createTreeSurvey()
  const days = new Set<string>()
  let count = 0
  for await (const item of readInput(input, { caps, onRead: () => {} })) {
    if (!isInputFile(item)) continue
    survey.add(item.name, { bytes: () => item.bytes, isImported: true })
    if (item.modified) days.add(item.modified)
    if (++count === MAX_FILES_WITHOUT_SIGN && !survey.isLearn()) return undefined
  }
  // The files of an archive that Git made have the time of the commit.
  const [day] = days.size === 1 ? days : []
  return survey.isLearn() ? survey.build({ prefix: '', captured: captured ?? day }) : undefined
}

async function surveyFolder(
  path: string,
  isFolder: boolean,
  caps: InputCaps,
  captured?: string,
): Promise<LearnTree | undefined> {
  const folder = resolve(isFolder ? path : dirname(path))
  const root = findRoot(folder)
  const below = relative(root ?? folder, folder)
    .split(sep)
    .join('/')
  const prefix = below === '' ? '' : `${below}/`
  if (!isFolder && root === undefined) return undefined
  const survey = createTreeSurvey()
  const isImported = (name: string) => (isFolder ? name.startsWith(prefix) : name === prefix + basename(path))
  const isWhole = await addFolder(survey, root ?? folder, isImported, caps)
  return isWhole && survey.isLearn() ? survey.build({ prefix, captured }) : undefined
}

/** Gives `false` if the folder is given up. */
async function addFolder(
  survey: TreeSurvey,
  root: string,
  isImported: (name: string) => boolean,
  caps: InputCaps,
): Promise<boolean> {
  let count = 0
  for (const listed of listFolder(root, caps)) {
    if ('what' in listed) continue
    const mayTell = /\.(?:md|ya?ml|json)$|(?:^|\/)LICENSE$/i.test(listed.name)
    const bytes = mayTell ? await readListedBytes(listed, caps) : new Uint8Array()
    if (bytes) survey.add(listed.name, { bytes: () => bytes, isImported: isImported(listed.name) })
    if (mayTell && ++count === MAX_FILES_WITHOUT_SIGN && !survey.isLearn()) return false
  }
  return true
}

function findRoot(folder: string): string | undefined {
  let path = folder
  for (let level = 0; level < MAX_LEVELS; level++) {
    if (ROOT_SIGNS.some((name) => existsSync(join(path, name)))) return path
    const above = dirname(path)
    if (above === path) return undefined
    path = above
  }
  return undefined
}
