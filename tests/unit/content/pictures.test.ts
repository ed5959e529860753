import assert from 'node:assert/strict'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { findPictures, hasPictureChanged } from '@/lib/content/pictures/find-pictures'
import { readPictureHead } from '@/lib/content/pictures/picture-size'
import { MAX_PICTURE_BYTES } from '@/lib/content/pictures/read-picture'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const png = (width: number, height: number) => {
  const bytes = new Uint8Array(33)
  bytes.set(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'))
  new DataView(bytes.buffer).setUint32(16, width)
  new DataView(bytes.buffer).setUint32(20, height)
  return bytes
}

test('a picture is known by its bytes, with its size', () => {
  const table: readonly [Uint8Array, unknown][] = [
    [png(640, 480), { type: 'png', width: 640, height: 480 }],
    [latin('GIF89a\x20\x01\x10\x00'), { type: 'gif', width: 288, height: 16 }],
    [
      latin('\xff\xd8\xff\xe0\x00\x04ab\xff\xc4\x00\x04ab\xff\xc2\x00\x11\x08\x00\x10\x00\x20'),
      { type: 'jpeg', width: 32, height: 16 },
    ],
    [latin('RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x20\x00\x10\x00'), { type: 'webp', width: 32, height: 16 }],
    [latin('RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x1f\xc0\x03\x00'), { type: 'webp', width: 32, height: 16 }],
    [latin('RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x1f\0\0\x0f\0\0'), { type: 'webp', width: 32, height: 16 }],
    [
      latin('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf\0\0\0\x14ispe\0\0\0\0\0\0\0\x20\0\0\0\x10'),
      { type: 'avif', width: 32, height: 16 },
    ],
    [latin('<?xml version="1.0"?>\n<!-- x --><svg viewBox="0 0 32 16">'), { type: 'svg', width: 32, height: 16 }],
    [
      latin('<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "a" "b">\n<!-- x -->\n<svg width="1in" viewBox="0 0 32 16">'),
      { type: 'svg', width: 32, height: 16 },
    ],
    [latin('<svg height="16px" width=\'32\'></svg>'), { type: 'svg', width: 32, height: 16 }],
  ]
  for (const [bytes, head] of table) assert.deepEqual(readPictureHead(bytes), head)
  for (const text of [
    '<html><img></html>',
    'text',
    '',
    'GIF89a',
    '\x89PNG\r\n\x1a\n',
    'RIFF\0\0\0\0WEBP',
    '\xff\xd8\xff',
  ])
    assert.equal(readPictureHead(latin(text)), undefined, text)
  assert.equal(readPictureHead(png(0, 10)), undefined)
})

test('no bytes, and no cut of a picture, make reading its head fail or go on for ever', () => {
  const starts = [
    latin('\xff\xd8\xff\xc4'),
    latin('RIFF\0\0\0\0WEBPVP8'),
    latin('\0\0\0\0ftypavif'),
    latin('<svg '),
    png(1, 1),
  ]
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 200 }), (start, rest) => {
      readPictureHead(Uint8Array.from([...start, ...rest]))
      readPictureHead(rest)
    }),
  )
})

test('only pictures below the content folder are found, by their bytes, and each other one is told', (context) => {
  const folder = makeFolder(context, {
    'a/b/good one.png': png(4, 3),
    'a/html.png': '<html><script>alert(1)</script>',
    'a/huge.png': png(50_000, 50_000),
    'a/.hidden.png': png(1, 1),
    'secret.png': png(1, 1),
  })
  const outside = makeFolder(context, { 'x.png': png(1, 1) })
  symlinkSync(join(outside, 'x.png'), join(folder, 'a/link.png'))
  symlinkSync(outside, join(folder, 'a/linked'))
  mkdirSync(join(folder, 'a/folder.png'))
  writeFileSync(join(folder, 'a/large.png'), png(1, 1))
  truncateSync(join(folder, 'a/large.png'), MAX_PICTURE_BYTES + 1)
  const urls = [
    ...[
      'b/good%20one.png',
      './b/../b/good one.png?x#y',
      '../secret.png',
      'html.png',
      'huge.png',
      '.hidden.png',
      'link.png',
    ],
    ...[
      'linked/x.png',
      'folder.png',
      'large.png',
      'gone.png',
      '../../etc/passwd',
      '..%2f..%2fetc/passwd',
      'x\0y.png',
      '%',
    ],
    `${'x'.repeat(5000)}.png`,
  ]
  const place = { path: 'a/article.md', bodyLine: 5, number: kbNumberOf(940006) }
  const { pictures, problems } = findPictures(
    folder,
    urls.map((url, index) => ({ url, line: index + 1 })),
    place,
  )
  assert.deepEqual(
    pictures
      .filter(({ sha256 }) => sha256)
      .map(({ url, path, type, width, height }) => [url, path, type, width, height]),
    [
      ['b/good%20one.png', 'a/b/good one.png', 'png', 4, 3],
      ['./b/../b/good one.png?x#y', 'a/b/good one.png', 'png', 4, 3],
      ['../secret.png', 'secret.png', 'png', 1, 1],
    ],
  )
  assert.equal(problems.length, urls.length - 3)
  for (const { message } of problems) assert.match(message, /^The picture ".*" .+\. [A-Z].+\.$/s)
  const reasons = problems.map(
    ({ line, message }) => `${line} ${message.replace(/^The picture ".*?" /s, '').slice(0, 20)}`,
  )
  assert.deepEqual(reasons.slice(0, 8), [
    '8 is not a picture. Us',
    '9 has 50000 x 50000 po',
    '10 lies outside of the ',
    '11 is a link. Use the f',
    '12 is a link. Use the f',
    '13 is no file. Use a pi',
    '14 has 8388609 bytes; t',
    '15 is not there. Add th',
  ])
})

test('a picture that comes, changes or goes is noticed', (context) => {
  const folder = makeFolder(context, { 'x.png': png(1, 1) })
  const place = { path: 'a.md', bodyLine: 1, number: kbNumberOf(1) }
  const find = () =>
    findPictures(
      folder,
      ['x.png', 'y.png'].map((url) => ({ url, line: 1 })),
      place,
    ).pictures
  const before = find()
  assert.deepEqual(
    before.map((picture) => hasPictureChanged(folder, picture)),
    [false, false],
  )
  writeFileSync(join(folder, 'y.png'), 'no picture')
  writeFileSync(join(folder, 'x.png'), latin('GIF89a\x01\x00\x01\x00'))
  assert.deepEqual(
    before.map((picture) => hasPictureChanged(folder, picture)),
    [true, true],
  )
  assert.deepEqual(
    find().map((picture) => hasPictureChanged(folder, picture)),
    [false, false],
  )
})

test('an article with very many pictures shows the first ones', (context) => {
  const folder = makeFolder(context)
  const references = Array.from({ length: 600 }, (_, index) => ({ url: `${index}.png`, line: 1 }))
  const { pictures, problems } = findPictures(folder, references, { path: 'a.md', bodyLine: 1, number: kbNumberOf(1) })
  assert.equal(pictures.length, 500)
  assert.match(problems.at(-1)?.message ?? '', /first 500/)
})
