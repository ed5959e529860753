import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgePaste } from '@/lib/verdict/judge-paste'
import { openSampleIndex } from '@/tests/support/sample-index'

const FILES = {
  'builds.md': `number: 4518398
title: SQL Server 2019 build versions

| CU Name | SQL Server build version | Knowledge Base number | Release date |
| --- | --- | --- | --- |
| CU14 | 15.0.4188.2 | [KB5007182](https://support.microsoft.com/help/5007182) | November 22, 2021 |
| CU13 | 15.0.4178.1 | [KB5005679](https://support.microsoft.com/help/5005679) | October 05, 2021 |
| RTM | 15.0.2000.5 | NA | November 04, 2019 |`,
}
/** A table that has the version of another program as well, and no word *build*. */
const FILES_2017 = {
  'builds.md': `number: 4047329
title: SQL Server 2017 build versions

| Cumulative update name | SQL Server product version | SQL Server (sqlservr.exe) file version | Analysis Services product version | Knowledge Base number |
| --- | --- | --- | --- | --- |
| CU31 | 14.0.3456.2 | 2017.140.3456.2 | 14.0.249.94 | [KB5016884](https://support.microsoft.com/help/5016884) |
| CU30 | 14.0.3451.2 | 2017.140.3451.2 | 14.0.249.90 | [KB5013756](https://support.microsoft.com/help/5013756) |`,
}
const versionOf = (build: string) => `Microsoft SQL Server 2019 (RTM) - ${build} (X64)
	Sep 23 2021 16:47:49
	Copyright (C) 2019 Microsoft Corporation
	Standard Edition (64-bit) on Windows Server 2019 Standard 10.0 <X64> (Build 17763: ) (Hypervisor)`

const CASES: readonly (readonly [what: string, build: string, expected: string])[] = [
  [
    'a build of the table is that release, and the next row is newer',
    '15.0.4178.1',
    'superseded: CU13 5005679, next CU14 5007182',
  ],
  ['the last row of a table is no latest', '15.0.4188.2', 'named: CU14 5007182, next none'],
  ['a build above the last row is beyond what is known', '15.0.4261.1', 'beyond: CU14 5007182, next none'],
]

for (const [what, build, expected] of CASES) {
  test(what, async (context) => {
    const { builds } = await judgePaste(await openSampleIndex(context, FILES), versionOf(build))
    const place = builds
      .find((verdict) => verdict.build === build)
      ?.places.find(({ product }) => product === 'SQL Server 2019')
    const next = place?.above ? `${place.above.name} ${place.above.number}` : 'none'
    assert.equal(`${place?.state}: ${place?.below?.name} ${place?.below?.number}, next ${next}`, expected)
  })
}

test('of two product versions in a table, that of the product counts', async (context) => {
  const text = 'Microsoft SQL Server 2017 (RTM-CU30) - 14.0.3451.2 (X64)'
  const { builds } = await judgePaste(await openSampleIndex(context, FILES_2017), text)
  const [place] = builds[0]?.places ?? []
  assert.deepEqual([place?.product, place?.below?.name, place?.above?.name], ['SQL Server 2017', 'CU30', 'CU31'])
})
