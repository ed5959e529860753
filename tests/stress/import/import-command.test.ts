import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { IMPORT_HELP, parseImportArguments } from '@/scripts/import/import-arguments'
import { INPUT_CAPS } from '@/scripts/import/input-caps'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { makeFolder, readFolder } from '@/tests/support/folder'
import { makeDump } from '@/tests/support/make-dump'

/** Runs the command as a reader does; `whileRunning` gets the process. */
async function run(args: readonly string[], whileRunning: (child: ReturnType<typeof spawn>) => unknown = () => {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/commands/import.ts', ...args])
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => (stdout += data))
  child.stderr.on('data', (data) => (stderr += data))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  await whileRunning(child)
  return { code: await ended, stdout, stderr }
}

/** A folder of dumps that take a while. */
const dumps = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`in/Q${600000 + index}.TXT`, makeDump(600000 + index)]),
  )

test('a wrong command line is refused in two sentences', () => {
  const table: [string[], RegExp][] = [
    [[], /^Nothing to import\. Specify .*\.$/],
    [['in'], /^--out DIR is required\. Specify .*\.$/],
    [['in', '--out', 'out', '--fast'], /^Unknown option "--fast"\. Available options: --out, .*\.$/],
    [['in', '--out'], /^--out needs a value\. For example: .*\.$/],
    [['in', '--out', 'out', '--verify=yes'], /^--verify takes no value\. .*\.$/],
  ]
  for (const [args, message] of table) {
    assert.throws(
      () => parseImportArguments(args),
      (error) => error instanceof CommandError && message.test(error.message),
    )
  }
})

test('a command line that cannot be followed ends with code 2 and touches nothing', async (t) => {
  const folder = makeFolder(t, { 'in/Q1.TXT': makeDump(1) })
  const args = [join(folder, 'in'), '--out', join(folder, 'out'), '--report', join(folder, 'no/report.json')]
  const { code, stdout, stderr } = await run(args)
  assert.deepEqual({ code, stdout }, { code: 2, stdout: '' })
  assert.match(stderr, /^Cannot write the report ".*": its folder does not exist\. Choose .*\.\n$/)
  assert.equal(existsSync(join(folder, 'out')), false)
})

test('help names every option and ends with code 0', async () => {
  const { code, stdout } = await run(['--help'])
  assert.equal(code, 0)
  for (const option of ['--out DIR', '--dry-run', '--verify', '--report FILE', '--help'])
    assert.ok(stdout.includes(option))
})

test('the manual names every option, exit code and limit', () => {
  const manual = readFileSync('docs/import.md', 'utf8')
  for (const [option] of IMPORT_HELP.matchAll(/--[a-z-]+/g)) assert.ok(manual.includes(option), option)
  for (const code of [0, 1, 2, 130]) assert.ok(manual.includes(`\n| ${code} |`), `exit code ${code}`)
  const mega = 1024 * 1024
  const { entries, entryBytes, totalBytes, ratio, nameLength, windowBytes } = INPUT_CAPS
  const limits = [
    entries.toLocaleString('en-US'),
    `${entryBytes / mega} MB`,
    `${totalBytes / mega / 1024} GB`,
    `${ratio} : 1`,
    `${nameLength.toLocaleString('en-US')} characters`,
    `${windowBytes / mega} MB`,
  ]
  for (const limit of limits) assert.ok(manual.includes(`| ${limit}`), limit)
})

test('the summary has the figures, the report every problem, and a refusal gives code 1', async (t) => {
  const folder = makeFolder(t, {
    'in/Q100001.TXT': makeDump(100001),
    'in/Q100002.TXT': '',
    'in/Q100003.TXT': makeDump(100004),
  })
  const args = [join(folder, 'in'), '--out', join(folder, 'out'), '--report', join(folder, 'report.json'), '--verify']
  const first = await run(args)
  assert.equal(first.code, 1)
  assert.match(first.stdout, /^Q100002\.TXT:1 {2}The file is empty\. It was not imported\.$/m)
  assert.match(first.stdout, /^ +1 {2}number-differs-from-file-name$/m)
  assert.match(first.stdout, /^2 articles from 3 files: 2 written, 0 unchanged, 0 edited and left alone\.$/m)
  assert.match(first.stdout, /^(\d+) of \1 words found; 0 articles are missing words\.$/m)
  assert.match(first.stdout, /^2 problems, 1 refusal\. \d+\.\d seconds, \d+ articles per second\.$/m)

  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  assert.deepEqual(report.articles, { written: 2, unchanged: 0, older: 0, kept: 0, blocked: 0 })
  assert.deepEqual(report.wordRecall.incomplete, [])
  for (const problem of report.problems) {
    for (const key of ['input', 'file', 'line', 'what', 'handled', 'kind', 'refused']) assert.ok(key in problem, key)
  }
  const second = await run(args)
  assert.match(second.stdout, /0 written, 2 unchanged/)
})

test('a dry run says what would be written and writes no article', async (t) => {
  const folder = makeFolder(t, { 'in/Q100001.TXT': makeDump(100001) })
  const { code, stdout } = await run([join(folder, 'in'), '--out', join(folder, 'out'), '--dry-run'])
  assert.equal(code, 0)
  assert.match(stdout, /1 would be written/)
  assert.equal(existsSync(join(folder, 'out')), false)
})

test('an interrupt ends the import cleanly with code 130, and a run after it completes the work', async (t) => {
  const folder = makeFolder(t, dumps(800))
  const out = join(folder, 'out')
  const args = [join(folder, 'in'), '--out', out]
  const { code, stdout } = await run(args, (child) => killWhenWriting(child, out, 'SIGINT'))
  assert.equal(code, 130)
  assert.match(stdout, /^Interrupted: [\d,]+ articles from /m)
  assertWholeFiles(out)
  assert.equal((await run(args)).code, 0)
  assert.equal(assertWholeFiles(out), 800)
})

test('a run that is killed leaves whole files only, all of them known as its own', async (t) => {
  const folder = makeFolder(t, dumps(800))
  const out = join(folder, 'out')
  const args = [join(folder, 'in'), '--out', out]
  const { code } = await run(args, (child) => killWhenWriting(child, out, 'SIGKILL'))
  assert.equal(code, null)
  assertWholeFiles(out)
  const { stdout } = await run(args)
  assert.match(stdout, / 0 edited and left alone/)
  assert.equal(assertWholeFiles(out), 800)
  assert.deepEqual(
    Object.keys(readFolder(out)).filter((path) => path.endsWith('.tmp')),
    [],
  )
})

async function killWhenWriting(child: ReturnType<typeof spawn>, out: string, signal: 'SIGINT' | 'SIGKILL') {
  while (child.exitCode === null && !existsSync(join(out, '600'))) await wait(5)
  child.kill(signal)
}

/** Every article ends as an article ends; gives their number. */
function assertWholeFiles(out: string): number {
  const articles = Object.entries(readFolder(out)).filter(([path]) => path.endsWith('.md'))
  for (const [path, text] of articles) assert.match(text, /^---\nnumber: 6\d{5}\n[\s\S]*front is red\.\n$/, path)
  return articles.length
}
