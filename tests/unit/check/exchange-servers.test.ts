import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePaste } from '@/lib/check/parse-paste'

const buildsOf = (text: string) => parsePaste(text).builds.map(({ server, build, file }) => [server ?? file, build])

test('Get-ExchangeServer | fl Name,Edition,AdminDisplayVersion gives each server its build', () => {
  const text = `Name                : EX01
Edition             : StandardEvaluation
AdminDisplayVersion : Version 8.0 (Build 685.24)

Name                : EX02
Edition             : Enterprise
AdminDisplayVersion : Version 8.1 (Build 240.6)`
  assert.deepEqual(buildsOf(text), [
    ['EX01', '8.0.685.24'],
    ['EX02', '8.1.240.6'],
  ])
  assert.deepEqual(parsePaste(text).kinds, ['exchange-servers'])
})

test('Get-ExchangeServer | fl Admin* has builds without names', () => {
  assert.deepEqual(
    buildsOf('AdminDisplayVersion : Version 8.0 (Build 685.24)\n\nAdminDisplayVersion : Version 8.3 (Build 83.6)'),
    [
      [undefined, '8.0.685.24'],
      [undefined, '8.3.83.6'],
    ],
  )
})

test('a table has the name in its first column, and what it cut off is counted', () => {
  const text = `Name      AdminDisplayVersion
----      -------------------
EX01      Version 8.0 (Build 685.24)
EX02      Version 8.1 (Bui...
EX03      Version 8.3 (Build 83.6)`
  assert.deepEqual(buildsOf(text), [
    ['EX01', '8.0.685.24'],
    ['EX03', '8.3.83.6'],
  ])
  assert.equal(parsePaste(text).cutVersionCount, 1)
})

test('the directory adds 30000 to the build', () => {
  assert.deepEqual(buildsOf('AdminDisplayVersion : Version 8.1 (Build 30240.6)'), [[undefined, '8.1.240.6']])
})

test('versions of files and builds alone are builds', () => {
  assert.deepEqual(buildsOf('08.01.0340.001   08.01.0340.001   C:\\Program Files\\Exchange\\bin\\ExSetup.exe')[0], [
    'ExSetup.exe',
    '8.1.340.1',
  ])
  assert.deepEqual(buildsOf('Mapi32.dll 5.5.2448.0'), [['Mapi32.dll', '5.5.2448.0']])
  assert.deepEqual(buildsOf('8.00.0744.000\n6.5.7638'), [
    [undefined, '8.0.744.0'],
    [undefined, '6.5.7638'],
  ])
})
