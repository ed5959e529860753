import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect } from '@playwright/test'
import { readFolder } from '@/tests/support/folder'
import { test } from '@/tests/support/server'

const MAX_PACKAGE_BYTES = 5_000_000
const REPOSITORY = resolve('tests/fixtures/learn/repository')

test('the packed file, installed in an empty folder, imports, checks, serves and exports', async ({
  request,
  folder,
  port,
  start,
}) => {
  // It packs, and installs what the package depends on.
  test.slow()
  const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), KB_INDEX: '', KB_CONTENT: '' }
  const command = join(folder, 'node_modules/kb-viewer/dist/program/scripts-package-kb-viewer.mjs')
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('node', [command, ...args], { cwd: folder, env, encoding: 'utf8' })
    return { status, text: stdout + stderr }
  }
  execFileSync('npm', ['pack', '--silent', '--pack-destination', folder])
  const [packed = ''] = readdirSync(folder)
  expect(statSync(join(folder, packed)).size).toBeLessThan(MAX_PACKAGE_BYTES)
  execFileSync('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${packed}`], { cwd: folder, env })

  expect(run('bogus')).toMatchObject({
    status: 2,
    text: expect.stringMatching(/^Unknown command "bogus"\. Use .+\.\n$/),
  })
  expect(run('--version')).toMatchObject({ status: 0, text: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
  const imported = run('import', REPOSITORY, '--out', 'articles', '--captured', '2023-01-13', '--verify')
  expect(imported.text).toContain('0 articles are missing words')
  const articles = join(folder, 'articles')
  chmodSync(articles, 0o555)
  const before = readFolder(articles)
  expect(run('check', 'articles')).toMatchObject({ status: 1, text: expect.stringContaining('KB5016884 is not in') })
  expect(run('export', 'articles', '--out', 'copy')).toMatchObject({ status: 0 })
  expect(Object.keys(readFolder(join(folder, 'copy')))).toEqual(
    expect.arrayContaining(['index.html', 'assets/search.js']),
  )

  const server = start('node', [command, 'serve', articles, '--port', String(port)], { env })
  const url = `http://127.0.0.1:${port}`
  expect(await server.untilAnswered(`${url}/healthz`), server.output()).toBe(true)
  for (const [address, words] of [
    ['/', 'Support articles'],
    ['/kb/817064', 'Also published as'],
    ['/search?q=access', '/kb/817064'],
  ] as const) {
    const answer = await request.get(`${url}${address}`)
    expect(answer.status(), address).toBe(200)
    expect(await answer.text()).toContain(words)
  }
  expect(readFolder(articles)).toEqual(before)
})
