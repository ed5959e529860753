import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  allReleases,
  findListedReleases,
  findReleases,
  isUnnamedRelease,
  releaseOfSlug,
} from '@/lib/kb/releases/release-names'

const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['Windows NT 4.0 Service Pack 4', ['Windows NT 4.0 Service Pack 4']],
  ['Microsoft Windows NT version 4.0 U.S. Service Pack 4.0', ['Windows NT 4.0 Service Pack 4']],
  ['Windows NT 4.0 Service Pack 4.0 Service Pack 4', ['Windows NT 4.0 Service Pack 4']],
  ['Systems Management Server 2.0 Service Pack Service Pack 1', ['Systems Management Server 2.0 Service Pack 1']],
  [
    'Windows NT 4.0 Service Pack 4.0 and Windows NT Server 4.0, Terminal Server Edition Service Pack 4',
    ['Windows NT 4.0 Service Pack 4', 'Windows NT Server 4.0, Terminal Server Edition Service Pack 4'],
  ],
  [
    'Windows NT 4.0 and Windows NT Server 4.0, Terminal Server Edition Service Pack 6',
    ['Windows NT 4.0 Service Pack 6', 'Windows NT Server 4.0, Terminal Server Edition Service Pack 6'],
  ],
  [
    'Windows NT 4.0 Server, Terminal Server Edition, Service Pack 5',
    ['Windows NT Server 4.0, Terminal Server Edition Service Pack 5'],
  ],
  ['Windows NT Workstation and Windows NT Server version 3.5', ['Windows NT 3.5']],
  [
    'SNA Server version 3.0 Service Pack 4 and SNA Server version 4.0 Service Pack 3',
    ['SNA Server 3.0 Service Pack 4', 'SNA Server 4.0 Service Pack 3'],
  ],
  ['Microsoft Office 97 Service Release 2 (SR-2)', ['Office 97 Service Release 2']],
  ['Microsoft Visual C++, 32-bit Edition, version 4.0', ['Visual C++ 4.0']],
  [
    'the Systems Management Server 2.0 Service Pack 4 Hotfix Rollup Package',
    ['Systems Management Server 2.0 Service Pack 4 Hotfix Rollup Package'],
  ],
  ['Windows NT 4.0 Service Pack 9', []],
  ['Exchange Server Service Pack 4', []],
  ['Service Pack 3', []],
  ['Windows 2000 and Microsoft Office XP SP-2 Service Pack 3', []],
  ['the version of MFC that ships with Visual C++ 4.0', []],
  ['', []],
]

test('names of releases lead to the table in every spelling, and what is not in it names none', () => {
  for (const [words, names] of NAMES)
    assert.deepEqual(
      findReleases(words).map(({ name }) => name),
      names,
      words,
    )
})

test('a list of fixes names its release in the title or in the heading above an entry', () => {
  const nameOf = (title: string, section?: string) => findListedReleases(title, section).map(({ name }) => name)
  assert.deepEqual(nameOf('List of Bugs Fixed in Windows NT 4.0 and TSE SP4 (Part 1)'), [
    'Windows NT 4.0 Service Pack 4',
  ])
  assert.deepEqual(nameOf('List of Bugs Fixed in Windows NT 4.0 Service Pack 6/6a (Part 2)'), [
    'Windows NT 4.0 Service Pack 6',
    'Windows NT 4.0 Service Pack 6a',
  ])
  assert.deepEqual(nameOf('List of Bugs Fixed in SNA Server 4.0 Service Packs 1 and 2'), [])
  assert.deepEqual(nameOf('List of Bugs Fixed in SNA Server 4.0 Service Packs 1 and 2', 'Service Pack 2'), [
    'SNA Server 4.0 Service Pack 2',
  ])
  assert.deepEqual(nameOf('SMS: List of Bugs Fixed in Systems Management Server 2.0 SP4 HRP'), [
    'Systems Management Server 2.0 Service Pack 4 Hotfix Rollup Package',
  ])
  assert.deepEqual(nameOf('List of Bugs Fixed in Some Other Product Service Pack 4'), [])
})

test('each release has one address, which leads to it', () => {
  const releases = allReleases()
  assert.equal(new Set(releases.map(({ name }) => name)).size, releases.length)
  for (const release of releases) assert.equal(releaseOfSlug(release.slug), release)
  assert.equal(releaseOfSlug('windows-nt-4-0-service-pack-9'), undefined)
})

test('each name of the table is read as itself', () => {
  for (const { name, slug } of allReleases())
    assert.deepEqual(
      findReleases(name).map((found) => found.slug),
      [slug],
      name,
    )
})

test('the latest and the next are no names', () => {
  assert.ok(isUnnamedRelease('the latest U.S. Service Pack for Windows NT version 4.0'))
  assert.ok(isUnnamedRelease('the next service pack for Visual Studio 6.0'))
  assert.ok(!isUnnamedRelease('Windows NT 4.0 Service Pack 4'))
})
