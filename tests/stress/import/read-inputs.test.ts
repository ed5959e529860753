import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { INPUT_CAPS, type InputCaps } from '@/scripts/import/input-caps'
import { isInputFile } from '@/scripts/import/input-file'
import { openInput, readInput } from '@/scripts/import/read-inputs'
import { makeFolder } from '@/tests/support/folder'
import { makeTar, makeZip, makeZstd, makeZstdBomb, type TestEntry } from '@/tests/support/make-archives'
import { seededRandom } from '@/tests/support/random'

/** What reading gives, one line an item: `name=text` of a file, `kind: name` of a problem. */
async function read(path: string, caps: Partial<InputCaps> = {}): Promise<string[]> {
  const all = { ...INPUT_CAPS, ...caps }
  const lines: string[] = []
  for await (const item of readInput(await openInput(path, all), { caps: all, onRead: () => {} })) {
    if (!isInputFile(item)) assert.match(`${item.what} ${item.handled}`, /^[^.].*\.\)?.* .*\.$/s)
    lines.push(isInputFile(item) ? `${item.name}=${Buffer.from(item.bytes)}` : `${item.kind}: ${item.file}`)
  }
  return lines
}

async function readBytes(test: TestContext, bytes: Uint8Array, caps?: Partial<InputCaps>): Promise<string[]> {
  return read(join(makeFolder(test, { input: bytes }), 'input'), caps)
}

/** Every way to pack the same entries. */
async function packAll(entries: readonly TestEntry[]): Promise<Record<string, Buffer>> {
  const tar = await makeTar(entries)
  return { tar, gzip: gzipSync(tar), zstd: makeZstd(tar), zip: makeZip(entries) }
}

test('a folder is read in the order of its names, at any depth', async (t) => {
  const folder = makeFolder(t, { 'b/2.txt': 'two', 'a.txt': 'a', 'b/1.txt': 'one', 'b/c/3.txt': 'three', 'B.txt': 'B' })
  assert.deepEqual(await read(folder), ['B.txt=B', 'a.txt=a', 'b/1.txt=one', 'b/2.txt=two', 'b/c/3.txt=three'])
})

test('a single file is named by its base name', async (t) => {
  assert.deepEqual(await readBytes(t, Buffer.from('text')), ['input=text'])
})

test('every kind of archive is recognised by its bytes and gives the same files', async (t) => {
  const large = 'x'.repeat(300_000)
  const packed = await packAll([
    { name: './txt/Q2.TXT', bytes: 'two' },
    { name: 'txt/Q1.TXT', bytes: large },
    { name: 'empty', bytes: '' },
  ])
  for (const [kind, bytes] of Object.entries(packed)) {
    assert.deepEqual(await readBytes(t, bytes), ['txt/Q2.TXT=two', `txt/Q1.TXT=${large}`, 'empty='], kind)
  }
})

test('an archive that really was compressed with zstd is unpacked', { skip: !hasZstd() }, async (t) => {
  const text = Array.from({ length: 60_000 }, (_, index) => `line ${index * 7919}\n`).join('')
  const tar = await makeTar([{ name: 'a.txt', bytes: text }])
  const options = { input: tar, maxBuffer: 1 << 24 }
  const twoFrames = Buffer.concat([
    execFileSync('zstd', ['-c', '-19'], { ...options, input: tar.subarray(0, 200_001) }),
    execFileSync('zstd', ['-c', '--no-check'], { ...options, input: tar.subarray(200_001) }),
  ])
  assert.deepEqual(await readBytes(t, twoFrames), [`a.txt=${text}`])
})

test('names that leave the archive are refused and the rest is read', async (t) => {
  const names = ['../up.txt', '/etc/passwd', 'a/../../b', 'C:/x.txt', 'a\\b.txt', 'new\nline.txt', 'x'.repeat(1001)]
  const entries = [...names.map((name) => ({ name, bytes: 'bad' })), { name: 'good.txt', bytes: 'good' }]
  const refused = names.map((name) => `unsafe-name: ${name.slice(0, 1000)}`)
  for (const [kind, bytes] of Object.entries(await packAll(entries))) {
    assert.deepEqual(await readBytes(t, bytes), [...refused, 'good.txt=good'], kind)
  }
})

test('links and devices in a tar are refused and not followed', async (t) => {
  const tar = await makeTar([
    { name: 'passwd.txt', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'hard.txt', type: 'link', linkname: '/etc/passwd' },
    { name: 'pipe', type: 'fifo' },
    { name: 'null', type: 'character-device' },
    { name: 'folder', type: 'directory' },
    { name: 'good.txt', bytes: 'good' },
  ])
  const refused = ['passwd.txt', 'hard.txt', 'pipe', 'null'].map((name) => `not-a-file: ${name}`)
  assert.deepEqual(await readBytes(t, tar), [...refused, 'good.txt=good'])
})

test('a link in a zip is refused', async (t) => {
  const zip = makeZip([
    { name: 'link', bytes: '/etc/passwd', mode: 0o120777 },
    { name: 'b', bytes: 'b' },
  ])
  assert.deepEqual(await readBytes(t, zip), ['not-a-file: link', 'b=b'])
})

test('links in a folder are refused, to files and to folders alike', async (t) => {
  const folder = makeFolder(t, { 'a.txt': 'a' })
  symlinkSync('/etc/passwd', join(folder, 'passwd.txt'))
  symlinkSync('/etc', join(folder, 'etc'))
  assert.deepEqual(await read(folder), ['a.txt=a', 'not-a-file: etc', 'not-a-file: passwd.txt'])
})

test('hidden files are skipped and hidden folders are not entered', async (t) => {
  const folder = makeFolder(t, { '.git/objects/1': 'x', '.git/objects/2': 'y', 'a/.hidden': 'x', 'a/b.txt': 'b' })
  assert.deepEqual(await read(folder), ['hidden-file: .git', 'hidden-file: a/.hidden', 'a/b.txt=b'])
})

test('a second entry of the same name is refused', async (t) => {
  for (const [kind, bytes] of Object.entries(
    await packAll([
      { name: 'a', bytes: '1' },
      { name: './a', bytes: '2' },
    ]),
  )) {
    assert.deepEqual(await readBytes(t, bytes), ['a=1', 'duplicate-name: a'], kind)
  }
})

test('a file of 100 MB on one line is refused by its size, in a folder and in an archive', async (t) => {
  const folder = makeFolder(t, { 'line.txt': '', 'z.txt': 'z' })
  truncateSync(join(folder, 'line.txt'), 100_000_000)
  assert.deepEqual(await read(folder), ['file-too-large: line.txt', 'z.txt=z'])

  const tar = await makeTar([
    { name: 'line.txt', bytes: Buffer.alloc(100_000_000, 'x') },
    { name: 'z.txt', bytes: 'z' },
  ])
  const before = process.memoryUsage().rss
  assert.deepEqual(await readBytes(t, tar), ['file-too-large: line.txt', 'z.txt=z'])
  assert.ok(process.memoryUsage().rss - before < 60_000_000, 'reading holds no more than a few chunks')
})

test('a bomb is stopped by what it unpacks to, whatever its headers say', async (t) => {
  const zstd = await makeZstdBomb(60_000)
  assert.ok(zstd.length < 250_000, '240 KB that would become 8 GB')
  const before = process.cpuUsage()
  assert.deepEqual(await readBytes(t, zstd), ['archive-bomb: input'])
  const tar = await makeTar([
    { name: 'a.txt', bytes: 'a' },
    { name: 'zeros', bytes: Buffer.alloc(30_000_000) },
  ])
  assert.deepEqual(await readBytes(t, gzipSync(tar)), ['a.txt=a', 'archive-bomb: input'])
  assert.ok(process.cpuUsage(before).user < 10_000_000)
})

test('a bomb in a zip is not unpacked further than one file may be, and many of them not at all', async (t) => {
  const bomb = { name: 'bomb', bytes: Buffer.alloc(30_000_000) }
  assert.deepEqual(await readBytes(t, makeZip([bomb, { name: 'a.txt', bytes: 'a' }])), [
    'file-too-large: bomb',
    'a.txt=a',
  ])
  const many = Array.from({ length: 50 }, (_, index) => ({ name: `${index}`, bytes: Buffer.alloc(1_000_000) }))
  const lines = await readBytes(t, makeZip(many))
  assert.equal(lines.at(-1), 'archive-bomb: input')
  assert.ok(lines.length < 20, 'what one entry may have, all of them together may not')
})

test('a zstd frame that asks for a huge window is refused before the window is made', async (t) => {
  const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8])
  assert.deepEqual(await readBytes(t, Buffer.concat([header, Buffer.alloc(20)])), ['too-large: input'])
})

test('the caps on entries and on the total stop an input', async (t) => {
  const tar = await makeTar([1, 2, 3].map((digit) => ({ name: `${digit}`, bytes: `${digit}` })))
  assert.deepEqual(await readBytes(t, tar, { entries: 2 }), ['1=1', '2=2', 'too-many-entries: input'])
  const folder = makeFolder(t, { a: '12345', b: '12345', c: '12345' })
  const lines = await read(folder, { totalBytes: 12 })
  assert.deepEqual(lines.slice(0, 2), ['a=12345', 'b=12345'])
  assert.match(lines[2] ?? '', /^too-large: /)
})

test('an archive that is cut off gives what is whole, and says so', async (t) => {
  const random = seededRandom(1)
  const noise = Buffer.from(Array.from({ length: 150_000 }, () => random() * 256))
  const tar = await makeTar([
    { name: 'a.txt', bytes: 'a' },
    { name: 'noise', bytes: noise },
  ])
  const cuts = {
    tar: tar.subarray(0, 50_000),
    gzip: gzipSync(tar).subarray(0, 20_000),
    zstd: makeZstd(tar).subarray(0, -5),
  }
  for (const [kind, bytes] of Object.entries(cuts)) {
    const lines = await readBytes(t, bytes)
    assert.equal(lines.at(-1), 'damaged-archive: input', kind)
    assert.equal(lines[0], 'a.txt=a', kind)
  }
})

test('a tar that ends between two files is known to be cut off', async (t) => {
  const tar = await makeTar([
    { name: 'a.txt', bytes: 'a' },
    { name: 'b.txt', bytes: 'b' },
  ])
  assert.deepEqual(await readBytes(t, tar.subarray(0, 1024)), ['a.txt=a', 'damaged-archive: input'])
})

test('an archive that is none is refused', async (t) => {
  const gzipOfText = gzipSync('This is a text and not an archive. '.repeat(100))
  assert.deepEqual(await readBytes(t, gzipOfText), ['damaged-archive: input'])
  assert.deepEqual(await readBytes(t, Buffer.from('PK\u0003\u0004 and no more')), ['damaged-archive: input'])
  assert.deepEqual(await readBytes(t, Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0])), ['damaged-archive: input'])
})

test('random damage never throws anything but a refusal', async (t) => {
  const packed = await packAll([
    { name: 'a', bytes: 'a'.repeat(5000) },
    { name: 'b', bytes: 'b'.repeat(5000) },
  ])
  const random = seededRandom(1)
  for (const bytes of Object.values(packed)) {
    for (let round = 0; round < 60; round++) {
      const damaged = Buffer.from(bytes)
      for (let hit = 0; hit < 3; hit++) damaged[4 + Math.floor(random() * (damaged.length - 4))] = random() * 256
      await readBytes(t, damaged)
    }
  }
})

function hasZstd(): boolean {
  try {
    execFileSync('zstd', ['--version'])
    return true
  } catch {
    return false
  }
}
