import { type Agent, get } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** How long connections stay before they are closed from this side. */
const STAY_MS = 1500
const OPEN_MS = 5000
const READ_MS = 10_000

/** Sends bytes and gives the status of the answer. */
export async function askRaw(port: number, bytes: string): Promise<string> {
  const socket = open(port)
  let received = ''
  socket.setEncoding('latin1').on('data', (data) => {
    received += data.slice(0, 20)
  })
  socket.write(bytes, 'latin1')
  await new Promise((resolve) => socket.once('close', resolve))
  return /^HTTP\/1\.1 (\d{3})/.exec(received)?.[1] ?? 'nothing'
}

/** Sends many requests at once on each connection, reads nothing and goes. */
export async function pipelineAndLeave(port: number, path: string, count: number, each: number): Promise<string> {
  const sockets = Array.from({ length: count }, () => open(port))
  for (const socket of sockets) {
    socket.pause()
    socket.write(requestFor(path).repeat(each))
  }
  await delay(STAY_MS)
  for (const socket of sockets) socket.destroy()
  return 'nobody waits'
}

/** Opens connections one after the other, with a request each, and closes each after 20 ms. */
export async function leaveEarly(port: number, path: string, count: number): Promise<string> {
  const visit = async (index: number) => {
    await delay(index / 2)
    const socket = open(port)
    socket.on('connect', () => socket.write(requestFor(path)))
    await delay(20)
    socket.destroy()
  }
  await Promise.all(Array.from({ length: count }, (_, index) => visit(index)))
  return 'nobody waits'
}

/** Opens connections, sends each the same bytes, which are no whole request, and closes them after five seconds. */
export async function openAndWait(port: number, bytes: string, count: number): Promise<string> {
  const sockets = Array.from({ length: count }, () => open(port))
  for (const socket of sockets) if (bytes) socket.write(bytes, 'latin1')
  await delay(OPEN_MS)
  const closed = sockets.filter(({ destroyed, readyState }) => destroyed || readyState !== 'open').length
  for (const socket of sockets) socket.destroy()
  return `${closed} of ${count} closed by the server`
}

/** Lets `count` readers ask again and again, and gives the answers by status with their median and longest time. */
export async function readInTurns(port: number, path: string, agent: Agent, count: number): Promise<string> {
  const began = performance.now()
  const outcomes = new Map<string, number>()
  const times: number[] = []
  const reader = async () => {
    while (performance.now() - began < READ_MS) {
      const asked = performance.now()
      const outcome = await ask(port, path, agent)
      times.push(performance.now() - asked)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: count }, reader))
  agent.destroy()
  times.sort((a, b) => a - b)
  const counts = [...outcomes].map(([outcome, number]) => `${number} × ${outcome}`).join(', ')
  const median = times[Math.floor(times.length / 2)] ?? 0
  return `${counts}; median ${median.toFixed(0)} ms, longest ${times.at(-1)?.toFixed(0)} ms`
}

function ask(port: number, path: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    get({ port, host: '127.0.0.1', path, agent }, (response) => {
      response.resume()
      response.once('end', () => resolve(String(response.statusCode)))
      response.once('error', () => resolve('cut'))
    }).once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
  })
}

function requestFor(path: string): string {
  return `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`
}

/** A server that refuses resets the connection, which is no fault here. */
function open(port: number): Socket {
  return connect(port, '127.0.0.1').on('error', () => {})
}
