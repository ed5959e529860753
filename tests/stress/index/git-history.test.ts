import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { closeDatabase } from '@/lib/kb-index/file/driver'
import { openIndex } from '@/lib/kb-index/file/open'
import { getEdition, listEditions } from '@/lib/kb-index/read/editions/list-editions'
import { parseLog, readGitHistory } from '@/scripts/index/git-history'
import { updateIndex } from '@/scripts/index/update-index'
import { type Cleanup, makeFolder } from '@/tests/support/folder'
import { kbNumberOf } from '@/tests/support/kb-number-of'
import { indexPath } from '@/tests/support/sample-index'

const articleOf = (body: string) => `---\nnumber: 1\ntitle: One\n---\n# One\n\n${body}\n`

function makeClone(context: Cleanup) {
  const root = makeFolder(context)
  const git = (...args: string[]) => execFileSync('git', ['-C', root, ...args], { stdio: 'pipe' })
  git('init', '--quiet')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const commit = (time: string) => {
    git('add', '--all')
    const env = { ...process.env, GIT_AUTHOR_DATE: time, GIT_COMMITTER_DATE: time }
    const name = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false']
    execFileSync('git', ['-C', root, ...name, 'commit', '--quiet', '-m', 'x'], { env, stdio: 'pipe' })
  }
  return { root, git, write, commit }
}

test('the editions of an article are its texts at the end of each day, also under a former path, and the one that is not committed', async (context) => {
  const { root, git, write, commit } = makeClone(context)
  write('kb/site.yaml', 'history: git\n')
  write('other.md', 'outside')
  write('kb/old name.md', articleOf('First words that stay the same in all of the texts.'))
  commit('2020-01-01T10:00:00Z')
  write('kb/old name.md', articleOf('Second words that stay the same in all of the texts.'))
  commit('2020-02-01T10:00:00Z')
  write('kb/old name.md', articleOf('Third words that stay the same in all of the texts.'))
  commit('2020-02-01T12:00:00Z')
  git('mv', 'kb/old name.md', 'kb/é.md')
  commit('2020-03-01T10:00:00Z')
  const options = { contentDir: join(root, 'kb'), indexFile: indexPath(context) }
  const read = async () => {
    const { problems } = await updateIndex(options)
    assert.deepEqual(problems, [])
    const index = openIndex(options.indexFile)
    try {
      const editions = listEditions(index, kbNumberOf(1))
      return editions.map(({ day, before, added }) => [
        day,
        before,
        added,
        getEdition(index, kbNumberOf(1), day)?.blocks[0]?.text.split(' ')[0],
      ])
    } finally {
      closeDatabase(index)
    }
  }
  const committed = [
    ['2020-01-01', undefined, undefined, 'First'],
    ['2020-02-01', '2020-01-01', 1, 'Third'],
  ]
  assert.deepEqual(await read(), committed)
  write('kb/é.md', articleOf('Fourth words that stay the same in all of the texts.'))
  utimesSync(join(root, 'kb/é.md'), new Date('2021-05-06'), new Date('2021-05-06'))
  assert.deepEqual(await read(), [...committed, ['2021-05-06', '2020-02-01', 1, 'Fourth']])
  write('kb/site.yaml', 'name: x\n')
  assert.deepEqual(await read(), [])
})

test('nothing that a repository says is run', async (context) => {
  const { root, git, write, commit } = makeClone(context)
  write('a.md', articleOf('One.'))
  write('.gitattributes', '*.md diff=bad filter=bad\n')
  commit('2020-01-01T10:00:00Z')
  const run = `sh -c 'touch "${join(root, 'run')}"; cat'`
  for (const [name, value] of [
    ['core.fsmonitor', run],
    ['core.pager', run],
    ['core.sshCommand', run],
    ['diff.external', run],
    ['diff.bad.textconv', run],
    ['diff.bad.command', run],
    ['filter.bad.smudge', run],
    ['filter.bad.clean', run],
    ['gpg.program', join(root, 'gpg')],
    ['log.showSignature', 'true'],
    ['core.hooksPath', join(root, 'hooks')],
  ] as const)
    git('config', name, value)
  write('gpg', `#!/bin/sh\ntouch "${join(root, 'run')}"\n`)
  write('hooks/post-index-change', `#!/bin/sh\ntouch "${join(root, 'run')}"\n`)
  execFileSync('chmod', ['+x', join(root, 'gpg'), join(root, 'hooks/post-index-change')])
  const history = await readGitHistory(root, ['a.md'])
  assert.equal(history.get('a.md')?.[0]?.day, '2020-01-01')
  assert.equal(existsSync(join(root, 'run')), false)
})

test('a folder in no clone, a damaged clone and a repository without a commit have no history', async (context) => {
  const folder = makeFolder(context, { 'a.md': articleOf('One.') })
  assert.equal((await readGitHistory(folder, ['a.md'])).size, 0)
  writeFileSync(join(folder, '.git'), 'gitdir: /nowhere\n')
  assert.equal((await readGitHistory(folder, ['a.md'])).size, 0)
  assert.equal((await readGitHistory(makeClone(context).root, ['a.md'])).size, 0)
})

test('the log is parsed newest first, by the path of today', () => {
  const hash = (letter: string) => letter.repeat(40)
  const change = (status: string, letter: string, ...paths: string[]) => [
    `:100644 100644 ${hash('0')} ${hash(letter)} ${status}`,
    ...paths,
  ]
  const log = [
    'commit 1600000000',
    ...change('M', 'a', 'new.md'),
    ...change('M', 'b', 'not asked.md'),
    'commit 1500000000',
    ...change('R090', 'c', 'old.md', 'new.md'),
    'commit 1400000000',
    ...change('D', '0', 'new.md'),
    ...change('A', 'd', 'old.md'),
    'commit 99999999999999',
    'nonsense',
    ':',
    '',
  ].join('\0')
  assert.deepEqual(parseLog(log, new Set(['new.md'])), [
    { path: 'new.md', day: '2020-09-13', blob: hash('a') },
    { path: 'new.md', day: '2017-07-14', blob: hash('c') },
    { path: 'new.md', day: '2014-05-13', blob: hash('d') },
  ])
  assert.deepEqual(parseLog('', new Set(['a'])), [])
})
