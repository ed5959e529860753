import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { findAttachments, MAX_ATTACHMENT_BYTES, openAttachment } from '@/lib/content/pictures/find-attachments'
import { checkCollection } from '@/lib/faults/check-collection'
import { attachmentResponse } from '@/lib/http/files/attachment-response'
import { attachmentType, mayBeAttachment } from '@/lib/kb/articles/attachment'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getAttachmentFile, getPictureFile, listPicturesOf } from '@/lib/kb-index/read/indexed-files'
import { linkTargetsOf } from '@/lib/kb-index/read/relations'
import { renderArticle } from '@/lib/markdown/render-article'
import { updateIndex } from '@/scripts/index/update-index'
import { makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { indexPath } from '@/tests/support/sample-index'
import { treeToHtml } from '@/tests/support/tree-to-html'

const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex')
const gif = 'GIF89a\u0001\u0000\u0001\u0000'

test('an address beside an article may be a file to download if it has an ending that is not that of a page', () => {
  for (const url of ['a.zip', '../x/Tool%201.PS1?raw#top', 'a/b.reg', 'x.unknown', 'www.example.com'])
    assert.equal(mayBeAttachment(url), true, url)
  for (const url of [
    'a.md',
    'a.html',
    'x.aspx?id=1',
    'folder/',
    'https://x.example/a.zip',
    '/a.zip',
    '#a.zip',
    'mailto:a@b.zip',
    '',
  ])
    assert.equal(mayBeAttachment(url), false, url)
})

test('files are found below the content folder only, without following links, within bounds', (context) => {
  const outside = makeFolder(context, { 'secret.txt': 'secret' })
  const folder = makeFolder(context, { 'a/files/run me.ps1': 'exit', '.git/config.txt': 'x', 'top.zip': 'zip' })
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'a/link.txt'))
  symlinkSync(outside, join(folder, 'a/out'))
  mkdirSync(join(folder, 'a/folder.zip'))
  writeFileSync(join(folder, 'a/huge.zip'), '')
  truncateSync(join(folder, 'a/huge.zip'), MAX_ATTACHMENT_BYTES + 1)
  const urls = [
    'files/run%20me.ps1',
    '../top.zip#x',
    'link.txt',
    'out/secret.txt',
    'folder.zip',
    'huge.zip',
    'gone.zip',
    '../../etc/passwd.txt',
    '../.git/config.txt',
    'www.example.com',
  ]
  const references = urls.map((url, index) => ({ url, line: index + 1 }))
  const { files, problems } = findAttachments(folder, references, { path: 'a/b.md', bodyLine: 5 })
  assert.deepEqual(
    files.map(({ url, path, sha256 }) => [url, path, sha256]),
    [
      ['files/run%20me.ps1', 'a/files/run me.ps1', hashOf('exit')],
      ['../top.zip#x', 'top.zip', hashOf('zip')],
      ['link.txt', 'a/link.txt', undefined],
      ['out/secret.txt', 'a/out/secret.txt', undefined],
      ['folder.zip', 'a/folder.zip', undefined],
      ['huge.zip', 'a/huge.zip', undefined],
      ['gone.zip', 'a/gone.zip', undefined],
    ],
  )
  assert.deepEqual(
    problems.map(({ line, message }) => [line, message]),
    [
      [7, 'The file "link.txt" is a link. Use the file itself.'],
      [8, 'The file "out/secret.txt" is a link. Use the file itself.'],
      [
        10,
        `The file "huge.zip" has ${MAX_ATTACHMENT_BYTES + 1} bytes; the limit is ${MAX_ATTACHMENT_BYTES}. Make it smaller.`,
      ],
      [
        12,
        'The file "../../etc/passwd.txt" lies outside of the content folder, or is hidden. Move it below the folder.',
      ],
      [13, 'The file "../.git/config.txt" lies outside of the content folder, or is hidden. Move it below the folder.'],
    ],
  )
})

test('a page leads to each file by its bytes, which are served as long as they are as indexed; of a missing one the words stay', async (context) => {
  const body =
    '[the script](run.ps1), [a picture][p], [gone](gone.zip), [site](www.example.com)\n\n![x](x.gif)\n\n[p]: x.gif\n'
  const contentDir = makeFolder(context, {
    'a.md': `---\nnumber: 1\ntitle: A\n---\n${body}`,
    'run.ps1': 'exit',
    'x.gif': gif,
  })
  const indexFile = indexPath(context)
  const { problems } = await updateIndex({ contentDir, indexFile })
  assert.deepEqual(problems, [])
  const index = openIndex(indexFile)
  const number = kbNumberOf(1)
  const { tree } = renderArticle(body, linkTargetsOf(index, number, 'a.md'))
  const html = treeToHtml(tree)
  assert.ok(html.includes(`<a href="/files/${hashOf('exit')}/run.ps1" title="run.ps1, 4 bytes">the script</a>`), html)
  assert.ok(html.includes('<span data-part="file">gone</span>'), html)
  assert.ok(html.includes('<a href="www.example.com">site</a>'), html)
  assert.equal(listPicturesOf(index, number).size, 1)
  assert.equal(getPictureFile(index, hashOf('exit')), undefined)
  assert.equal(getAttachmentFile(index, hashOf('exit'), 'other.ps1'), undefined)
  assert.equal(getAttachmentFile(index, hashOf('gone'), 'run.ps1'), undefined)
  const file = getAttachmentFile(index, hashOf('exit'), 'run.ps1')
  assert.ok(file)
  const bytes = openAttachment(contentDir, file)
  assert.equal(bytes && (await text(bytes)), 'exit')
  const faults = await checkCollection({ contentDir, index, problems })
  assert.deepEqual(
    faults.map(({ rule, line }) => [rule, line]),
    [
      ['missing-file', 5],
      ['missing-file', 5],
    ],
  )
  closeDatabase(index)
  writeFileSync(join(contentDir, 'run.ps1'), 'EXIT now')
  assert.equal(openAttachment(contentDir, file), undefined)
  assert.equal((await updateIndex({ contentDir, indexFile })).changedCount, 1)
  rmSync(join(contentDir, 'run.ps1'))
  assert.equal(openAttachment(contentDir, file), undefined)
  assert.equal((await updateIndex({ contentDir, indexFile })).changedCount, 1)
})

test('a file is sent to be saved under its name, with a type of a fixed list', async (context) => {
  const name = 'Прог "1"; a.ps1'
  const contentDir = makeFolder(context, { 'run.ps1': 'exit' })
  const [file] = findAttachments(contentDir, [{ url: 'run.ps1', line: 1 }], { path: 'a.md', bodyLine: 1 }).files
  const bytes = openAttachment(contentDir, { path: 'run.ps1', size: file?.size ?? 0, mtimeMs: file?.mtimeMs ?? 0 })
  assert.ok(bytes)
  const answer = attachmentResponse(bytes, { name, size: 4 })
  assert.equal(await answer.text(), 'exit')
  assert.deepEqual(
    ['content-type', 'content-length', 'content-disposition', 'x-content-type-options', 'cache-control'].map((header) =>
      answer.headers.get(header),
    ),
    [
      'text/plain; charset=utf-8',
      '4',
      `attachment; filename="____ _1__ a.ps1"; filename*=UTF-8''%D0%9F%D1%80%D0%BE%D0%B3%20%221%22%3B%20a.ps1`,
      'nosniff',
      'public, max-age=31536000, immutable',
    ],
  )
  assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'.*sandbox/)
  for (const [given, type] of [
    ['a.ZIP', 'application/zip'],
    ['a.html', 'application/octet-stream'],
    ['a.svg', 'application/octet-stream'],
    ['zip', 'application/octet-stream'],
  ] as const)
    assert.equal(attachmentType(given), type)
})
