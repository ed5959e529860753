import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareVersions, formatProductVersion, parseProductName } from '@/lib/kb/releases/product-names'

/** Names as the archive writes them, with the family and the products that each means. */
const NAMES: readonly (readonly [string, string, readonly string[]])[] = [
  ['NT Server version 3.51', 'NT Server', ['NT Server 3.51']],
  ['Microsoft Windows NT Server version 3.51', 'Windows NT', ['Windows NT Server 3.51']],
  ['Microsoft Windows NT Server versions 3.5, 3.51', 'Windows NT', ['Windows NT Server 3.5', 'Windows NT Server 3.51']],
  [
    'Microsoft Windows NT Workstation versions 3.51 SP1, 4.0',
    'Windows NT',
    ['Windows NT Workstation 3.51', 'Windows NT Workstation 4.0'],
  ],
  [
    'Microsoft Windows NT Server version 4.0, Terminal Server Edition',
    'Windows NT',
    ['Windows NT Server, Terminal Server Edition 4.0'],
  ],
  [
    'Microsoft Windows NT Server, Enterprise Edition version 4.0',
    'Windows NT',
    ['Windows NT Server, Enterprise Edition 4.0'],
  ],
  ['Microsoft Windows NT Workstation version 4.00.', 'Windows NT', ['Windows NT Workstation 4.0']],
  [
    'the operating system: Microsoft Windows NT, versions 3.51, 4.0',
    'Windows NT',
    ['Windows NT 3.51', 'Windows NT 4.0'],
  ],
  ['Microsoft Windows 95 OEM Service Release, versions 2, 2.1', 'Windows 95', []],
  ['Microsoft Windows 2000 Advanced Server', 'Windows 2000', []],
  ['Microsoft Windows versions 3.1, 3.11', 'Windows', ['Windows 3.1', 'Windows 3.11']],
  ['Microsoft Windows 3.1', 'Windows', ['Windows 3.1']],
  ['Microsoft Windows for Workgroups version 3.11', 'Windows for Workgroups', ['Windows for Workgroups 3.11']],
  ['Microsoft Visual Basic Enterprise Edition, 32-bit, for Windows, version 4.0', 'Visual Basic', ['Visual Basic 4.0']],
  [
    'Microsoft Visual C++, 32-bit Enterprise Edition, versions 5.0, 5.0sp1, 4.2b',
    'Visual C++',
    ['Visual C++ 5.0', 'Visual C++ 4.2b'],
  ],
  ['Microsoft Visual C++.NET (2002)', 'Visual C++ .NET', []],
  [
    'Microsoft Exchange Server, versions 4.0, 5, 0, 5.5',
    'Exchange Server',
    ['Exchange Server 4.0', 'Exchange Server 5.0', 'Exchange Server 5.5'],
  ],
  ['Microsoft Exchange Server 2007 Enterprise Edition', 'Exchange Server 2007', []],
  ['Exchange Server 2007', 'Exchange Server 2007', []],
  ['Microsoft Word 97 for Windows', 'Word', ['Word 97']],
  ['Microsoft Word for Windows, versions 2.0a, 6.0', 'Word', ['Word 2.0a', 'Word 6.0']],
  ["Microsoft Bookshelf '95 for Windows 95", 'Bookshelf', ['Bookshelf 95']],
  [
    'Microsoft SNA Server, versions *DO_NOT_USE* 3.0 (all SP), 3.0, 4.0',
    'SNA Server',
    ['SNA Server 3.0', 'SNA Server 4.0'],
  ],
  ['Microsoft MS-DOS operating system versions 3.3, 3.30, 6.22', 'MS-DOS', ['MS-DOS 3.3', 'MS-DOS 6.22']],
  [
    'Microsoft Internet Explorer versions 4.0, 4.01 for Windows NT 4.0',
    'Internet Explorer',
    ['Internet Explorer 4.0', 'Internet Explorer 4.01'],
  ],
  ['MSPRESS Inside Windows NT Second Edition ISBN 1-57231-677-2', 'Microsoft Press', []],
  ['Zoomit VIA, version 2.1', 'Zoomit VIA', ['Zoomit VIA 2.1']],
  ['__proto__', '__proto__', []],
  ['Microsoft', 'Microsoft', []],
  ['Microsoft Windows NT Server versions 3.x, 3.5x, 4.0 SP4', 'Windows NT', ['Windows NT Server 4.0']],
  ['Microsoft Windows NT Device Driver Kit, version 1.0', 'Windows NT', []],
]

for (const [name, family, versions] of NAMES) {
  test(`${name} is of the family ${family}`, () => {
    const parsed = parseProductName(name)
    assert.equal(parsed.family, family)
    assert.deepEqual(parsed.versions.map(formatProductVersion), versions)
  })
}

test('any name has a family, in time', () => {
  for (const name of [
    ' ',
    '*',
    ', versions ',
    'x '.repeat(100_000),
    `versions ${'1, '.repeat(50_000)}`,
    '('.repeat(99),
  ]) {
    assert.equal(typeof parseProductName(name).family, 'string', name.slice(0, 20))
  }
})

test('versions are sorted by their numbers, and 97 is before 2000', () => {
  const sorted = ['2000', '4.0', '97', '3.51', '3.5', '3.11', '3.1', '98', '10.0', '3.0a', '3.0']
  assert.deepEqual(sorted.sort(compareVersions), [
    '3.0',
    '3.0a',
    '3.1',
    '3.11',
    '3.5',
    '3.51',
    '4.0',
    '10.0',
    '97',
    '98',
    '2000',
  ])
})
