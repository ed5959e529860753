import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseBuildNumber } from '@/lib/kb/numbers/build-number'
import { placeBuild } from '@/lib/kb/releases/build-lookup'
import { extractBuildTables } from '@/lib/kb/releases/build-table'
import { extractArticleFacts } from '@/lib/markdown/extract-article-facts'

const read = (body: string, source: { title: string; products?: string[] } = { title: 'Build versions' }) =>
  extractBuildTables(extractArticleFacts(body, undefined).blocks, source).map(
    ({ product, name, build, number }) => `${product}: ${name} ${build}${number ? ` KB${number}` : ''}`,
  )

const TABLES: readonly (readonly [
  what: string,
  body: string,
  expected: readonly string[],
  source?: { title: string; products?: string[] },
])[] = [
  [
    'the heading names the product, and two columns the release',
    `### SQL Server 2012

|Build number or version|Service pack|Update|KB article|Release date|
|---|---|---|---|---|
|11.0.6518.0|SP3|CU1|[3123299](https://support.microsoft.com/help/3123299)|January 19, 2016|
|11.0.6020.0|SP3| RTW/PCU3||November 20, 2015|`,
    ['SQL Server 2012: SP3 CU1 11.0.6518.0 KB3123299', 'SQL Server 2012: SP3 RTW/PCU3 11.0.6020.0'],
  ],
  [
    'the title names the product; of several builds that of the product counts',
    `## Cumulative Update (CU) builds

| CU Name | SQL Server build version | SQL Server (sqlservr.exe) file version | Analysis Services build version | Knowledge Base number | Release date |
|---|---|---|---|---|---|
| CU18 (Latest) | 15.0.4261.1 | 2019.150.4261.1 | 15.0.35.33 | [KB5017593](https://support.microsoft.com/help/5017593) | September 28, 2022 |`,
    ['SQL Server 2019: CU18 (Latest) 15.0.4261.1 KB5017593'],
    { title: 'SQL Server 2019 build versions (KB4518398)' },
  ],
  [
    'signs of a pattern in the name of a product are signs',
    `| Product name | Build number | Date | KB |
| --- | --- | --- | --- |
| Visual C++ 5.0 SP3 | 5.10.7303.0 | 12/9/1997 | |
| Visual C++ 5.0 SP2 | 5.10.7022.0 | 9/9/1997 | |`,
    ['Visual C++ 5.0: SP3 5.10.7303.0', 'Visual C++ 5.0: SP2 5.10.7022.0'],
  ],
  [
    'the row names the product, and the release is told without it',
    `| Product name | Build number | Date | KB |
| --- | --- | --- | --- |
| Microsoft Exchange Server 2007 RTM | 8.0.685.24 | 12/9/2006 | |
| Update Rollup 1 for Exchange Server 2007 SP1 | 8.1.263.1 | 2/28/2008 | KB945684 |`,
    [
      'Exchange Server 2007: RTM 8.0.685.24',
      'Exchange Server 2007: Update Rollup 1 for Exchange Server 2007 SP1 8.1.263.1 KB945684',
    ],
  ],
  [
    'a product that no table knows counts where the article is about it alone',
    '| Update | Build |\n| --- | --- |\n| Update 1 | 5.0.101.0 |',
    ['Harbor Mail 5: Update 1 5.0.101.0'],
    { title: 'Builds', products: ['Harbor Mail 5'] },
  ],
  [
    'a table of files is none',
    '| File name | File version | Size |\n| --- | --- | --- |\n| store.exe | 8.1.263.1 | 1,234 |',
    [],
  ],
  ['nor is a table without a product', '| Release | Build |\n| --- | --- |\n| First | 5.0.101.0 |', []],
  ['nor are columns of something else', '| Setting | Value |\n| --- | --- |\n| Version | 5.0.101.0 |', []],
]
for (const [what, body, expected, source] of TABLES) test(what, () => assert.deepEqual(read(body, source), expected))

test('a build finds its release in a table of an article, and only what is newer of its own branch', () => {
  const release = (name: string, build: string) => ({ product: 'SQL Server 2019', name, build })
  const tabled = [
    release('RTM', '15.0.2000.5'),
    release('GDR', '15.0.2095.3'),
    release('CU1', '15.0.4003.23'),
    release('CU8 GDR', '15.0.4083.2'),
    release('CU9', '15.0.4102.2'),
  ]
  const place = (text: string) => {
    const [found] = placeBuild(parseBuildNumber(text) ?? [], [], tabled)
    return `${found?.isExact ? '' : 'above '}${found?.below?.name}, next ${found?.above?.name}`
  }
  assert.equal(place('15.0.4003.23'), 'CU1, next CU9')
  assert.equal(place('15.0.2095.3'), 'GDR, next CU8 GDR')
  assert.equal(place('15.0.4102.2'), 'CU9, next undefined')
  assert.equal(place('15.0.4200.0'), 'above CU9, next undefined')
})
