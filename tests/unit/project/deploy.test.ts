import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse, parseAllDocuments } from 'yaml'
import { PROGRAMS, programName } from '@/scripts/package/programs.mjs'

const ROOT = new URL('../../../', import.meta.url)
const read = (file: string) => readFileSync(new URL(file, ROOT), 'utf8')
const files = readdirSync(new URL('deploy/', ROOT)).map((name) => `deploy/${name}`)
const manual = read('docs/operations.md')

test('files for operators and their manual name the same settings, and each is read by the code', () => {
  const documented = new Set([...manual.matchAll(/^\|.*?`(KB_[A-Z_]+)`/gm)].map(([, name]) => name))
  const code = [
    'lib/env.ts',
    'lib/kb-index/file/cluster-settings.mjs',
    'server/settings.mjs',
    'scripts/shared/options.mjs',
  ]
    .map(read)
    .join('\n')
  for (const name of documented) assert.ok(code.includes(String(name)), `${name} is read nowhere`)
  const ofHosts = new Set(['KB_HOST', 'KB_ARTICLES'])
  for (const file of files) {
    const names = [...read(file).matchAll(/\bKB_[A-Z_]+\b/g)].map(([name]) => name).filter((name) => !ofHosts.has(name))
    for (const name of names) assert.ok(manual.includes(`\`${name}\``), `${file} names ${name}`)
  }
})

test('files for operators start what exists', () => {
  for (const file of files) {
    for (const [path] of read(file).matchAll(/(?<!dist\/)\b(?:server|scripts\/commands)\/[\w-]+\.(?:mjs|ts)\b/g)) {
      assert.ok(existsSync(new URL(path, ROOT)), `${file} starts ${path}`)
    }
    for (const [, name = ''] of read(file).matchAll(/\bdist\/program\/([\w-]+\.mjs)\b/g)) {
      assert.ok(PROGRAMS.map(programName).includes(name), `${file} starts ${name}`)
    }
  }
})

test('a container runs without rights, and nothing in it can be written but the index', () => {
  const compose = parse(read('deploy/compose.yaml'), { merge: true })
  for (const name of ['index', 'viewer']) {
    const { user, read_only, cap_drop, volumes } = compose.services[name]
    assert.deepEqual([user, read_only, cap_drop], ['node', true, ['ALL']])
    assert.ok(volumes.every((volume: string) => volume.endsWith(':ro') || volume === 'index:/index'))
  }
  const [deployment] = parseAllDocuments(read('deploy/kubernetes.yaml')).map((document) => document.toJS())
  const { securityContext, containers, initContainers } = deployment.spec.template.spec
  assert.equal(securityContext.runAsNonRoot, true)
  for (const container of [...containers, ...initContainers]) {
    assert.equal(container.securityContext.readOnlyRootFilesystem, true)
    assert.equal(container.securityContext.allowPrivilegeEscalation, false)
    assert.ok(container.resources.limits.memory)
  }
})

test('whoever stops a server gives it the ten seconds that it takes', () => {
  const seconds = [
    /stop_grace_period: (\d+)s/.exec(read('deploy/compose.yaml')),
    /TimeoutStopSec=(\d+)/.exec(read('deploy/kb-viewer.service')),
    /terminationGracePeriodSeconds: (\d+)/.exec(read('deploy/kubernetes.yaml')),
  ].map((match) => Number(match?.[1]))
  assert.ok(
    seconds.every((grace) => grace > 10),
    String(seconds),
  )
})
