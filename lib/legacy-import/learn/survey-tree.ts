import { decodeLegacyText } from '@/lib/legacy-import/shared/decode'
import { buildTree, type Survey } from './build-tree'
import { type FolderMetadata, parseDocfx } from './docfx'
import { isFaq } from './faq'
import { isPictureName } from './pictures'
import { parseRedirections } from './redirections'
import { splitFrontMatter, surveyFile } from './survey-file'
import type { LearnTree } from './tree'

/** Looks at every file of an input once, before any is converted, and finds out whether it is a repository of living articles. */
export interface TreeSurvey {
  /** `path` is below the root of the repository; the bytes of a file that tells nothing are not asked for. */
  add(path: string, file: SurveyedBytes): void
  /** Tells whether anything of the dialect was seen so far. */
  isLearn(): boolean
  build(options: { prefix: string; captured?: string }): LearnTree
}

interface SurveyedBytes {
  readonly bytes: () => Uint8Array
  /** False for a file outside of what is imported. */
  readonly isImported: boolean
}

/** Includes beyond this are not kept, so that an input cannot fill the memory. */
const MAX_INCLUDED_CHARACTERS = 20_000_000
const SETTINGS = /(?:^|\/)(?:docfx\.json|\.openpublishing\.[\w.]+\.json)$/i
const NOTICES = /^(?:license(?:-code)?|thirdpartynotices|readme|security|contributing|code_of_conduct)(?:\.md)?$/i

export function createTreeSurvey(): TreeSurvey {
  const files = new Map<string, Survey['files'] extends ReadonlyMap<string, infer File> ? File : never>()
  const includes = new Map<string, string>()
  const redirections = new Map<string, string>()
  const pictures = new Set<string>()
  let metadata: FolderMetadata = []
  let [docset, repository, licence]: (string | undefined)[] = []
  let [hasSigns, included] = [false, 0]

  const addSettings = (path: string, text: string) => {
    hasSigns = true
    if (/docfx\.json$/i.test(path)) {
      metadata = parseDocfx(text)
      docset ??= path.slice(0, -'docfx.json'.length)
    } else {
      for (const [source, target] of parseRedirections(text) ?? []) redirections.set(source, target)
      repository ??= /"git_repository_url_open_to_public_contributors"\s*:\s*"(https:\/\/[^"\s]{1,300})"/.exec(
        text,
      )?.[1]
    }
  }
  const addText = (path: string, text: string, isImported: boolean) => {
    const parts = path.split('/')
    const name = parts.at(-1) ?? ''
    if (NOTICES.test(name)) {
      if (parts.length === 1) licence ??= licenceIn(text)
      return
    }
    const front = splitFrontMatter(text)
    if (parts.includes('includes')) {
      included += text.length
      if (included <= MAX_INCLUDED_CHARACTERS) includes.set(path.toLowerCase(), front?.body ?? text)
      return
    }
    if (parts[0] === 'templates' || (!front && !isFaq(text))) return
    if (/^ms\.[\w.]+:/m.test(front?.yaml ?? '') || isFaq(text)) hasSigns = true
    files.set(path.toLowerCase(), { ...surveyFile(text), path, isImported })
  }
  return {
    add(path, { bytes, isImported }) {
      if (isPictureName(path)) pictures.add(path.toLowerCase())
      else if (SETTINGS.test(path)) addSettings(path, textOf(bytes(), path))
      else if (/(?:^|\/)LICENSE$/.test(path)) addText(path, textOf(bytes(), path), isImported)
      else if (/\.md$/i.test(path)) addText(path, textOf(bytes(), path), isImported)
      else if (/\.ya?ml$/i.test(path)) {
        const text = textOf(bytes(), path)
        if (isFaq(text)) addText(path, text, isImported)
      }
    },
    isLearn: () => hasSigns,
    build: ({ prefix, captured }) =>
      buildTree({
        ...{ prefix, docset: docset ?? '', files, includes, redirections, pictures, metadata },
        ...(repository !== undefined && { repository }),
        ...(licence !== undefined && { licence }),
        ...(captured !== undefined && { captured }),
      }),
  }
}

function textOf(bytes: Uint8Array, path: string): string {
  return decodeLegacyText(bytes, path).text
}

function licenceIn(text: string): string | undefined {
  if (/Creative Commons Attribution 4\.0|Attribution 4\.0 International/i.test(text)) return 'CC BY 4.0'
  return /^\s*(?:The )?MIT License/i.test(text) ? 'MIT' : undefined
}
