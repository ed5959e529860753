import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBuildNumber } from '@/lib/kb/numbers/build-number'
import { placeBuild } from '@/lib/kb/releases/build-lookup'
import { choosePlaces } from '@/lib/kb/releases/product-evidence'

const CASES: readonly (readonly [build: string, context: string, products: readonly string[]])[] = [
  // The very build.
  ['8.3.83.6', '', ['Exchange Server 2007']],
  ['8.0.2039', 'Intel X86', []],
  ['8.0.2039', 'Microsoft SQL Server 2000 - (Intel X86)', ['SQL Server 2000']],
  ['6.0.6002', '', ['Windows Server 2008', 'Windows Vista']],
  ['6.0.6002', 'Microsoft Windows Server 2008 Standard', ['Windows Server 2008']],
  // A release on both sides, and nothing else named.
  ['8.1.300.0', 'Build is', ['Exchange Server 2007']],
  ['8.1.300.0', 'Crystal Reports', []],
  ['8.0.700.1', 'Windows', []],
  // Above every release: only with the name of the product.
  ['8.0.56336', 'Microsoft Visual C++ 2005 Redistributable', []],
  ['8.3.600.1', '', []],
  ['8.3.600.1', 'Exchange', ['Exchange Server 2007']],
  // The name of another version is not the name of the product.
  ['4.0.990', 'Exchange 2007 and .NET', []],
]

for (const [build, context, products] of CASES) {
  test(`${build} beside "${context}" is a build of ${products.join(' or ') || 'nothing'}`, () => {
    const places = placeBuild(parseBuildNumber(build) ?? [], [])
    assert.deepEqual(
      choosePlaces(places, context).map(({ product }) => product),
      products,
    )
  })
}
