import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeSignature } from '@/lib/kb/signatures/describe-signature'
import { parseSignature } from '@/lib/kb/signatures/parse-signature'

const DESCRIPTIONS: readonly {
  readonly text: string
  readonly names?: readonly string[]
  readonly spellings?: readonly string[]
  readonly related?: readonly string[]
}[] = [
  {
    text: '0x80070643',
    names: ['ERROR_INSTALL_FAILURE'],
    spellings: ['80070643', '-2147023293'],
    related: ['error-1603'],
  },
  {
    text: '0x80070005',
    names: ['E_ACCESSDENIED', 'MAPI_E_NO_ACCESS', 'ERROR_ACCESS_DENIED'],
    spellings: ['80070005', '-2147024891'],
    related: ['error-5'],
  },
  { text: '0x800a01ad', spellings: ['800a01ad', '-2146827859'], related: ['error-429'] },
  { text: '0x4000f114' },
  { text: 'error 1603', names: ['ERROR_INSTALL_FAILURE'], spellings: ['0x643'], related: ['0x80070643', '0x800a0643'] },
  { text: 'error -1018', names: ['JET_errReadVerifyFailure'], spellings: ['0xFFFFFC06'] },
  { text: 'stop 0xa', names: ['IRQL_NOT_LESS_OR_EQUAL'], spellings: ['STOP 0xA'] },
  { text: 'stop c000021a', spellings: ['STOP 0xC000021A'], related: ['0xc000021a'] },
  {
    text: '0xc000021a',
    names: ['STATUS_SYSTEM_PROCESS_TERMINATED'],
    spellings: ['c000021a', '-1073741286'],
    related: ['stop-0xc000021a'],
  },
  { text: '0xc0000005', names: ['STATUS_ACCESS_VIOLATION'], spellings: ['c0000005', '-1073741819'] },
  { text: '80040110-0514-000006bb', related: ['error-1723'] },
  { text: '8004010f-0000-00000000' },
  { text: 'event 11306' },
  { text: 'services.exe' },
]

for (const { text, names = [], spellings = [], related = [] } of DESCRIPTIONS) {
  test(`${text} has its names, spellings and equals`, () => {
    const signature = parseSignature(text)
    assert.ok(signature)
    const description = describeSignature(signature)
    assert.deepEqual(
      {
        names: description.names,
        spellings: description.spellings,
        related: description.related.map((other) => other.signature.id),
      },
      { names, spellings, related },
    )
  })
}

test('every other spelling leads to the same signature', () => {
  for (const { text } of DESCRIPTIONS) {
    const signature = parseSignature(text)
    assert.ok(signature)
    const { spellings, related } = describeSignature(signature)
    // 0x643 alone is the error; only small ones that are stop codes as well are taken for those.
    for (const spelling of spellings) assert.equal(parseSignature(spelling)?.id, signature.id, spelling)
    for (const other of related) assert.equal(parseSignature(other.signature.id)?.id, other.signature.id)
  }
})
