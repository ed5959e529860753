import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { INPUT_CAPS } from '@/scripts/import/input-caps'
import { isInputFile } from '@/scripts/import/input-file'
import { openInput, readInput } from '@/scripts/import/read-inputs'

/** Two snapshots of living articles, and what a newcomer meets in them. */
export interface LivingSnapshots {
  /** The day of each snapshot and its folder, oldest first. */
  readonly inputs: readonly (readonly [string, string])[]
  /** The article that the search for 0x80070643 finds first. */
  readonly found: string
  /** The article with a picture, a link to another one, and words that were added between the snapshots. */
  readonly pictured: { readonly query: string; readonly title: string }
  readonly picture: string
  readonly link: { readonly name: string; readonly leadsTo: RegExp }
  readonly added: string
  /** What the list of changes says of it. */
  readonly change: RegExp
}

const DAYS = ['2021-06-11', '2023-01-13'] as const
/** Real snapshots lie beside a checkout where there are any; the project has none of their text. */
const CORPUS = resolve('../shared/corpus')
/** The parts of them that the path needs. */
const FOLDERS = /^support\/(?:docfx\.json$|developer\/visualstudio\/installation\/|windows-server\/virtualization\/)/

/** Writes parts of the real snapshots into `folder`, or made ones on a machine without them. */
export async function writeLivingSnapshots(folder: string): Promise<LivingSnapshots> {
  const archives = [['support-articles-2021'], ['support-articles-2023', 'support-articles-2023-pictures']].map(
    (names) => names.map((name) => join(CORPUS, `${name}.tar.zst`)),
  )
  const inputs = DAYS.map((day) => [day, join(folder, day)] as const)
  if (!archives.flat().every((archive) => existsSync(archive))) return writeMade(inputs)
  for (const [place, [, target]] of inputs.entries())
    for (const archive of archives[place] ?? []) await unpackParts(archive, target)
  return {
    inputs,
    found: 'Common issues and workarounds in Visual Studio setup',
    pictured: { query: 'live migration 0x80071398', title: 'Troubleshoot live migration issues' },
    picture: 'Screenshot of The action Move did not complete error.',
    link: { name: 'Recommended antivirus exclusions for Hyper-V hosts', leadsTo: /\/kb\/3105657$/ },
    added: 'Basic troubleshooting checklist',
    change: /Troubleshoot live migration issues/,
  }
}

async function unpackParts(archive: string, target: string): Promise<void> {
  const input = await openInput(archive, INPUT_CAPS)
  for await (const item of readInput(input, { caps: INPUT_CAPS, onRead: () => undefined }))
    if (isInputFile(item) && FOLDERS.test(item.name)) writeInto(target, item.name, item.bytes)
}

const PICTURE = 'tests/fixtures/learn/repository/support/server/media/constructs/A Window.PNG'

function writeMade(inputs: LivingSnapshots['inputs']): LivingSnapshots {
  const title = 'Error 0x80070643 when you install an update'
  const added = ', or its folder is full'
  for (const [place, [, target]] of inputs.entries()) {
    writeInto(target, 'support/docfx.json', '{ "build": {} }')
    writeInto(target, 'support/server/error.md', errorArticle(title, place === 0 ? '' : added))
    const reset = 'Text.\n\n## How to\n\nStop it, and start it again.\n'
    writeInto(target, 'support/server/reset.md', `${fieldsOf('Reset the update service')}${reset}`)
    mkdirSync(join(target, 'support/server/media'), { recursive: true })
    copyFileSync(PICTURE, join(target, 'support/server/media/window.png'))
  }
  return {
    inputs,
    found: title,
    pictured: { query: '0x80070643', title },
    picture: 'The error in a window',
    link: { name: 'reset the service', leadsTo: /\/a\/\w+#how-to$/ },
    added,
    change: /Error 0x80070643.*5 words added/,
  }
}

function errorArticle(title: string, added: string): string {
  return `${fieldsOf(title)}_Original KB number:_ &nbsp; 900500

## Symptoms

:::image type="content" source="media/window.png" alt-text="The error in a window":::

| Step | Then |
|---|---|
| a | one<br>two |

## Cause

The update service has stopped${added}. See [reset the service](reset.md#how-to).
`
}

function fieldsOf(title: string): string {
  return `---\ntitle: ${title}\ndescription: x\nms.date: 01/02/2020\nms.topic: troubleshooting\nms.author: x\n---\n# ${title}\n\n`
}

function writeInto(folder: string, path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
