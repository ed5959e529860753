import { z } from 'zod'
import { ArticleError } from '@/lib/kb/articles/errors'
import { type FrontMatter, frontMatterFields, frontMatterSchema } from '@/lib/kb/articles/front-matter'
import { applyRules, type FrontMatterRules } from '@/lib/kb/articles/front-matter-rules'
import { mayHide } from '@/lib/kb/articles/visible-text'
import { listYamlFaults, parseCheckedYaml, type YamlFault } from './checked-yaml'
import { parseSimpleYaml } from './fast/parse-simple-yaml'

interface ParsedFrontMatter {
  readonly frontMatter: FrontMatter
  /** The line of the file on which each field stands, counted from 1. */
  readonly fieldLines: Readonly<Record<string, number>>
}

/** The opening `---` is line 1 of the file, so the block begins on line 2. */
export const FIRST_LINE = 2

/** How the articles of a site that are not its own are read, and the text below the front matter, which may have the title. */
export interface ForeignText {
  readonly rules: FrontMatterRules
  readonly body: string
}

/** Parses and checks a YAML block; `file` is where it stands. Throws an `ArticleError` that names the line and the value. */
export function parseFrontMatter(yaml: string, file: string, foreign?: ForeignText): ParsedFrontMatter {
  return (foreign ? undefined : parseSimply(yaml)) ?? parseFully(yaml, file, foreign)
}

/** Gives `undefined` if the block is not simple or has a fault, which `parseFully` describes. */
function parseSimply(yaml: string): ParsedFrontMatter | undefined {
  const simple = mayHide(yaml) ? undefined : parseSimpleYaml(yaml)
  const parsed = simple && frontMatterSchema.safeParse(simple.value)
  if (!parsed?.success) return undefined
  return withLines(parsed.data, (field) => FIRST_LINE - 1 + (simple?.lines.get(field) ?? 0))
}

/** Fields of Microsoft's site, which every article of its repositories has. */
const FOREIGN = /^ms\.(?:date|topic|author|prod|service|custom):/m

function parseFully(yaml: string, file: string, foreign: ForeignText | undefined): ParsedFrontMatter {
  if (!foreign && FOREIGN.test(yaml)) {
    const advice = 'Import it: npm run content:import -- FOLDER --out DIR; docs/import.md says how.'
    throw new ArticleError(`This is an article of Microsoft Learn as its repository keeps it. ${advice}`, {
      file,
      line: 1,
    })
  }
  const { value, lineOf } = parseCheckedYaml(yaml, schemaFor(file, foreign), placeOf(file, foreign))
  return withLines(value, (field) => lineOf([field]))
}

/** Lists everything that is wrong with a YAML block, which `parseFrontMatter` refuses for the first of it. */
export function listFrontMatterFaults(yaml: string, file: string, foreign?: ForeignText): readonly YamlFault[] {
  if (foreign || !FOREIGN.test(yaml)) return listYamlFaults(yaml, schemaFor(file, foreign), placeOf(file, foreign))
  const message =
    'This is an article of Microsoft Learn as its repository keeps it. Import it with npm run content:import.'
  return [{ message, line: 1, column: 1 }]
}

function schemaFor(file: string, foreign: ForeignText | undefined): z.ZodType<FrontMatter> {
  if (!foreign) return frontMatterSchema
  const { rules, body } = foreign
  return z.preprocess((value) => applyRules(value, rules, { path: file, body }), frontMatterSchema)
}

function placeOf(file: string, foreign: ForeignText | undefined) {
  return {
    file,
    firstLine: FIRST_LINE,
    name: 'front matter',
    required: 'every article needs number (or name) and title',
    fields: Object.keys(frontMatterFields.shape),
    writtenAs: foreign?.rules.fields,
  }
}

function withLines(frontMatter: FrontMatter, lineOf: (field: string) => number): ParsedFrontMatter {
  const fieldLines = Object.fromEntries(Object.keys(frontMatter).map((field) => [field, lineOf(field)]))
  return { frontMatter, fieldLines }
}
