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
