import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { getPlaces, isDevelopment } from '@/lib/env'

test('without settings content/ is served, and its index lies below .cache', () => {
  for (const env of [{}, { KB_CONTENT: '', KB_INDEX: '' }]) {
    const { contentDir, indexFile } = getPlaces({ NODE_ENV: 'test', ...env })
    assert.equal(contentDir, resolve('content'))
    assert.match(indexFile, /[\\/]\.cache[\\/]index-[0-9a-f]{16}\.db$/)
  }
})

test('each content folder has an index of its own, whichever way it is named', () => {
  const indexOf = (folder: string) => getPlaces({ NODE_ENV: 'test', KB_CONTENT: folder }).indexFile
  assert.notEqual(indexOf('content'), indexOf('other'))
  assert.equal(indexOf('other'), indexOf('./other/'))
  assert.equal(indexOf('other'), indexOf(resolve('other')))
})

test('both places can be named', () => {
  const places = getPlaces({ NODE_ENV: 'test', KB_CONTENT: 'my-kb', KB_INDEX: 'somewhere/my.db' })
  assert.deepEqual(places, { contentDir: resolve('my-kb'), indexFile: resolve('somewhere/my.db') })
})

test('only the development server is development', () => {
  assert.equal(isDevelopment({ NODE_ENV: 'development' }), true)
  assert.equal(isDevelopment({ NODE_ENV: 'production' }), false)
  assert.equal(isDevelopment({ NODE_ENV: 'test' }), false)
})
