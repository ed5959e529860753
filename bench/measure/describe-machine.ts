import { spawnSync } from 'node:child_process'
import { cpus, loadavg } from 'node:os'

/** Describes what figures depend on: processors, Node, the time and the load. */
export function describeMachine(): string {
  const processors = cpus()
  const time = `${new Date().toISOString().slice(0, 16)}Z`
  return `${processors.length} x ${processors[0]?.model.trim()}, Node ${process.versions.node}; ${time}, load ${formatLoad()}`
}

export function formatLoad(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')
}

/** The versions of what is measured, as far as it is installed. */
export function describePrograms(): string {
  const versions = [
    firstLine('git', ['describe', '--always', '--dirty'], 'KB Viewer '),
    firstLine('nginx', ['-v']),
    firstLine('kiwix-serve', ['--version']),
    firstLine('zimwriterfs', ['--version']),
  ]
  return versions.filter(Boolean).join(', ')
}

function firstLine(program: string, args: readonly string[], label = ''): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  const line = `${stdout ?? ''}${stderr ?? ''}`.trim().split('\n')[0]
  return status === 0 && line ? label + line : ''
}
