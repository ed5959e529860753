import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { chooseEncoding, createEncodedBody } from '@/server/pages/encodings.mjs'

for (const [accepted, encoding] of [
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=1.0', 'gzip'],
  ['br; q=0.0, *', 'gzip'],
  ['*', 'br'],
  ['*;q=0', undefined],
  ['identity', undefined],
  ['', undefined],
  [undefined, undefined],
  [','.repeat(10_000), undefined],
] as const) {
  test(`${accepted?.slice(0, 40) ?? 'no header'}: ${encoding ?? 'as it is'}`, () => {
    assert.equal(chooseEncoding(accepted), encoding)
  })
}

test('a body is compressed once in each encoding, and a short one never', async () => {
  const text = 'Update Rollup 4 '.repeat(100)
  const body = createEncodedBody(Buffer.from(text))
  const [brotli, again, gzip, plain] = [
    await body.in('br'),
    await body.in('br'),
    await body.in('gzip'),
    await body.in(''),
  ]
  assert.equal(brotli.bytes, again.bytes)
  assert.equal(brotliDecompressSync(brotli.bytes).toString(), text)
  assert.equal(gunzipSync(gzip.bytes).toString(), text)
  assert.deepEqual([brotli.encoding, gzip.encoding, plain.encoding], ['br', 'gzip', undefined])
  assert.equal(plain.bytes.toString(), text)
  assert.equal((await createEncodedBody(Buffer.from('short')).in('br')).encoding, undefined)
})
