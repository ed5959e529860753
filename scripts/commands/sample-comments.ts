import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runCommand } from '@/scripts/shared/command-error.mjs'
import { parseOptions } from '@/scripts/shared/options.mjs'
import { PROJECT_ROOT } from '@/scripts/shared/project-root.mjs'
import { seededRandom } from '@/tests/support/random'

const FOLDERS = ['app', 'bench', 'components', 'lib', 'scripts']
/** Lines of `//` or `--` that follow each other, a comment behind code, and block comments. */
const COMMENT = /^[ \t]*(?:\/\/|--) .*(?:\n[ \t]*(?:\/\/|--) .*)*|(?<=\S[ \t]+)(?:\/\/|--) .*|\/\*[\s\S]*?\*\//gm

// Prints random comments of the source, each with its place: reviewers read them to see how comments read.
await runCommand(async () => {
  const { values } = parseOptions(process.argv.slice(2), ['seed', 'count'])
  const comments = FOLDERS.flatMap(listSources).flatMap(listComments)
  const random = seededRandom(Number(values.seed ?? 7))
  const count = Math.min(Number(values.count ?? 100), comments.length)
  const drawn = Array.from({ length: count }, () => comments.splice(Math.floor(random() * comments.length), 1))
  console.log(drawn.join('\n'))
})

function listSources(folder: string): string[] {
  return readdirSync(join(PROJECT_ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|mjs|css|sql)$/.test(path))
    .sort()
    .map((path) => join(folder, path))
}

/** Gives `path:line  words` for each comment of a file. */
function listComments(path: string): string[] {
  const text = readFileSync(join(PROJECT_ROOT, path), 'utf8')
  return [...text.matchAll(COMMENT)].map(({ 0: comment, index }) => {
    const line = text.slice(0, index).split('\n').length
    return `${path}:${line}  ${comment.replace(/^[\s/*-]+|[\s/*]+$|\n[\s/*-]+/g, ' ').trim()}`
  })
}
