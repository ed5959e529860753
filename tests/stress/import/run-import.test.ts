import assert from 'node:assert/strict'
import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { formatImportProblem, type ImportProblem } from '@/scripts/import/import-problem'
import { runImport } from '@/scripts/import/run-import'
import { CommandError } from '@/scripts/shared/command-error.mjs'
import { makeFolder, readFolder } from '@/tests/support/folder'
import { makeTar, makeZip, makeZstd } from '@/tests/support/make-archives'
import { makeDump } from '@/tests/support/make-dump'

async function importAll(inputs: readonly string[], out: string, threads = 0) {
  return runImport({ inputs, out, threads, dryRun: false, verify: false })
}

const refusals = (problems: readonly ImportProblem[]) =>
  problems.filter(({ refused }) => refused).map(({ file, kind }) => `${file}: ${kind}`)

/** The Markdown files of a folder without the manifest: their names, in order. */
const articles = (out: string) => Object.keys(readFolder(out)).filter((path) => path.endsWith('.md'))

test('bad files are refused one by one, in two sentences each, and the rest is imported', async (t) => {
  const folder = makeFolder(t, {
    'in/Q100001.TXT': makeDump(100001),
    'in/Q100002.TXT': '',
    'in/Q100003.TXT': Buffer.from(Array.from({ length: 2000 }, (_, index) => index % 256)),
    'in/Q100004.TXT': makeDump(100004).slice(0, 560),
    'in/Q100005.TXT': makeDump(100006),
    'in/q100007.txt': makeDump(100007),
    'in/Q100008.TXT': Buffer.from(makeDump(100008, { text: 'Der Drucker in Z\u00fcrich h\u00e4lt an.' }), 'latin1'),
    'in/Q100009.TXT': Buffer.alloc(100_000_000, 'x'),
    'in/Q200000.TXT': makeDump(100001, { text: 'Another text under the number of the first.' }),
    'in/notes.pdf': '%PDF-1.4\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f',
  })
  symlinkSync('/etc/passwd', join(folder, 'in/Q100010.TXT'))
  const out = join(folder, 'out')
  const { problems, files, placements } = await importAll([join(folder, 'in')], out)

  assert.deepEqual(refusals(problems), [
    'Q100002.TXT: empty-file',
    'Q100003.TXT: binary-file',
    'Q100009.TXT: file-too-large',
    'Q100010.TXT: not-a-file',
    'Q200000.TXT: duplicate-number',
    'notes.pdf: binary-file',
  ])
  for (const problem of problems) assert.match(formatImportProblem(problem), /^\S+:\d+ {2}[A-Z].*[.)?"'] [A-Z].*\.$/)
  const reported = new Set(problems.map(({ file, kind }) => `${file}: ${kind}`))
  assert.ok(reported.has('Q100004.TXT: truncated-dump'))
  assert.ok(reported.has('Q100005.TXT: number-differs-from-file-name'))
  assert.deepEqual(articles(out), [
    '100/kb100001.md',
    '100/kb100004.md',
    '100/kb100006.md',
    '100/kb100007.md',
    '100/kb100008.md',
  ])
  assert.match(readFolder(out)['100/kb100008.md'] ?? '', /Zürich hält/)
  assert.deepEqual({ files, written: placements.written }, { files: 9, written: 5 })
})

test('nothing that an archive holds is written outside the output folder', async (t) => {
  const tar = await makeTar([
    { name: '../../Q100001.TXT', bytes: makeDump(100001) },
    { name: '/tmp/Q100002.TXT', bytes: makeDump(100002) },
    { name: 'Q100003.TXT', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'Q100003.TXT/x', bytes: makeDump(100004) },
    { name: 'Q100005.TXT', bytes: makeDump(100005) },
  ])
  const folder = makeFolder(t, { 'a/b/in.tar': tar })
  const { problems } = await importAll([join(folder, 'a/b/in.tar')], join(folder, 'a/b/out'))
  assert.deepEqual(refusals(problems), [
    '../../Q100001.TXT: unsafe-name',
    '/tmp/Q100002.TXT: unsafe-name',
    'Q100003.TXT: not-a-file',
  ])
  const all = Object.keys(readFolder(folder))
  assert.deepEqual(
    all.filter((path) => path.endsWith('.md')),
    ['a/b/out/100/kb100004.md', 'a/b/out/100/kb100005.md'],
  )
  assert.equal(all.length, 5, 'the input, two articles, the site and the manifest')
})

test('the same articles come out of a folder and of every kind of archive, byte for byte', async (t) => {
  const entries = [300001, 300002, 10022].map((number) => ({ name: `txt/Q${number}.TXT`, bytes: makeDump(number) }))
  const tar = await makeTar(entries)
  const folder = makeFolder(t, {
    'in.tar': tar,
    'in.tgz': gzipSync(tar),
    'in.tar.zst': makeZstd(tar),
    'in.zip': makeZip(entries),
    ...Object.fromEntries(entries.map(({ name, bytes }) => [`in/${name}`, bytes])),
  })
  const results: Record<string, string>[] = []
  for (const input of ['in', 'in.tar', 'in.tgz', 'in.tar.zst', 'in.zip']) {
    await importAll([join(folder, input)], join(folder, `out-${input}`))
    results.push(readFolder(join(folder, `out-${input}`)))
  }
  assert.equal(Object.keys(results[0] ?? {}).length, 5, 'three articles, the site and the manifest')
  for (const result of results) assert.deepEqual(result, results[0])
  assert.doesNotMatch(JSON.stringify(results[0]), new RegExp(folder), 'no path of the machine is in an article')
})

test('of two dumps of one number the first in the order of the inputs wins, on any number of threads', async (t) => {
  const many = Array.from({ length: 200 }, (_, index) => [`z/Q${400000 + index}.TXT`, makeDump(400000 + index)])
  const folder = makeFolder(t, {
    // The first is the slowest to convert, and the second has a batch of its own.
    'one/Q400000.TXT': makeDump(400000, { text: 'First. '.repeat(20_000) }),
    ...Object.fromEntries(many),
  })
  const inputs = [join(folder, 'one'), join(folder, 'z')]
  for (const threads of [0, 3]) {
    const out = join(folder, `out-${threads}`)
    const { problems } = await importAll(inputs, out, threads)
    assert.deepEqual(refusals(problems), ['Q400000.TXT: duplicate-number'])
    assert.match(readFolder(out)['400/kb400000.md'] ?? '', /First\. First\./)
  }
  assert.deepEqual(readFolder(join(folder, 'out-0')), readFolder(join(folder, 'out-3')))
})

test('a second copy of the same bytes is skipped and is no refusal', async (t) => {
  const folder = makeFolder(t, { 'a/Q100001.TXT': makeDump(100001), 'b/Q100001.TXT': makeDump(100001) })
  const { problems } = await importAll([join(folder, 'a'), join(folder, 'b')], join(folder, 'out'))
  assert.deepEqual(
    problems.map(({ kind, refused }) => [kind, refused]),
    [['duplicate-copy', false]],
  )
})

test('an edited article is reported and is no refusal', async (t) => {
  const folder = makeFolder(t, { 'in/Q100001.TXT': makeDump(100001) })
  const out = join(folder, 'out')
  await importAll([join(folder, 'in')], out)
  writeFileSync(join(out, '100/kb100001.md'), 'edited')
  const { problems, placements } = await importAll([join(folder, 'in')], out)
  assert.deepEqual(
    problems.map(({ kind, refused }) => [kind, refused]),
    [['edited-file', false]],
  )
  assert.equal(placements.kept, 1)
})

test('a refused archive does not keep the next input from being imported', async (t) => {
  const tar = await makeTar([
    { name: 'Q100001.TXT', bytes: makeDump(100001) },
    { name: 'Q100002.TXT', bytes: makeDump(100002) },
  ])
  const folder = makeFolder(t, { 'cut.tar': tar.subarray(0, 2600), 'Q100003.TXT': makeDump(100003) })
  const out = join(folder, 'out')
  const { problems } = await importAll([join(folder, 'cut.tar'), join(folder, 'Q100003.TXT')], out)
  assert.deepEqual(refusals(problems), ['cut.tar: damaged-archive'])
  assert.deepEqual(articles(out), ['100/kb100001.md', '100/kb100003.md'])
})

test('an aborted import says so, and the next one completes it', async (t) => {
  const dumps = Array.from({ length: 600 }, (_, index) => [`in/Q${500000 + index}.TXT`, makeDump(500000 + index)])
  const folder = makeFolder(t, Object.fromEntries(dumps))
  const out = join(folder, 'out')
  const inputs = [join(folder, 'in')]
  const controller = new AbortController()
  const options = { inputs, out, threads: 0, dryRun: false, verify: false }
  const first = await runImport({ ...options, signal: controller.signal, onProgress: () => controller.abort() })
  assert.equal(first.interrupted, true)
  assert.ok(first.placements.written > 0 && first.placements.written < 600)
  const second = await runImport(options)
  assert.deepEqual(
    { written: second.placements.written, unchanged: second.placements.unchanged },
    { written: 600 - first.placements.written, unchanged: first.placements.written },
  )
})

test('inputs that cannot be read, and an output inside an input, are told before anything is done', async (t) => {
  const folder = makeFolder(t, { 'in/Q100001.TXT': makeDump(100001) })
  const fails = (inputs: string[], out: string, message: RegExp) =>
    assert.rejects(importAll(inputs, out), (error) => error instanceof CommandError && message.test(error.message))
  await fails(
    [join(folder, 'in'), join(folder, 'missing')],
    join(folder, 'out'),
    /Cannot read the input ".*missing" \(ENOENT\)\. Check/,
  )
  await fails([join(folder, 'in')], join(folder, 'in/out'), /is inside the input .*\. Choose /)
  await fails([join(folder, 'in')], join(folder, 'in'), /is inside the input/)
  assert.deepEqual(Object.keys(readFolder(folder)), ['in/Q100001.TXT'])
})
