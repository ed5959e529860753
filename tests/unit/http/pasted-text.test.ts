import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MAX_BODY_BYTES } from '@/lib/http/limits.mjs'
import { formatPasteHeader, parsePasteHeader, readPastedText } from '@/lib/http/pasted-text'

const post = (body: BodyInit, headers?: Record<string, string>) =>
  new Request('http://viewer/check', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

test('the field of a form is read in every encoding, and a body alone is the text', async () => {
  const form = new FormData()
  form.set('text', 'KB940006 é')
  const file = new FormData()
  file.set('text', new File([Buffer.from('\ufeffKB940006 é', 'utf16le')], 'updates.txt'))
  for (const request of [
    post(new URLSearchParams({ text: 'KB940006 é' })),
    post(form),
    post(file),
    post('KB940006 é', { 'content-type': 'text/plain' }),
    post(Buffer.from('\ufeffKB940006 é', 'utf16le')),
    post(Buffer.from('\ufeffKB940006 é', 'utf16le').swap16()),
  ]) {
    assert.equal(await readPastedText(request), 'KB940006 é')
  }
})

test('a form that makes no sense holds no text', async () => {
  assert.equal(await readPastedText(post('nonsense', { 'content-type': 'multipart/form-data; boundary=x' })), '')
  assert.equal(await readPastedText(post('other=1', { 'content-type': 'application/x-www-form-urlencoded' })), '')
  assert.equal(await readPastedText(new Request('http://viewer/check', { method: 'POST' })), '')
})

test('of a body that is too large no more is read than the bound', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 100_000
      controller.enqueue(new Uint8Array(100_000))
    },
  })
  assert.equal(await readPastedText(post(endless)), undefined)
  assert.ok(given <= MAX_BODY_BYTES + 200_000, `${given} bytes were read`)
})

test('a text goes through a header unchanged, whatever it holds; a long one is cut where no check would look', () => {
  for (const text of ['', 'a\r\nb: c', 'é 管 \u202e 😀', '\0\x07'])
    assert.equal(parsePasteHeader(formatPasteHeader(text)), text)
  assert.match(formatPasteHeader('é\r\n'.repeat(100)), /^[\w-]+$/)
  assert.equal(parsePasteHeader(formatPasteHeader('x'.repeat(1_000_000))).length, 140_000)
})
