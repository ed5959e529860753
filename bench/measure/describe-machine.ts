import { cpus, loadavg } from 'node:os'

/** Names what a figure depends on: processors, Node, the time, and how busy the machine is. */
export function describeMachine(): string {
  const processors = cpus()
  const time = `${new Date().toISOString().slice(0, 16)}Z`
  return `${processors.length} x ${processors[0]?.model.trim()}, Node ${process.versions.node}; ${time}, load ${formatLoad()}`
}

/** The load of the last one, five and fifteen minutes. */
export function formatLoad(): string {
  return loadavg()
    .map((load) => load.toFixed(1))
    .join(' ')
}
