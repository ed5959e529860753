import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { mapInOrder } from '@/scripts/shared/map-in-order'

async function* count(limit: number, onTake: (item: number) => void = () => {}) {
  for (let item = 0; item < limit; item++) {
    onTake(item)
    yield item
  }
}

test('results come in the order of the source, whichever is ready first', async () => {
  const slowFirst = async (item: number) => {
    await wait((10 - item) * 2)
    return item * 10
  }
  const results: number[] = []
  for await (const result of mapInOrder(count(10), 4, slowFirst)) results.push(result)
  assert.deepEqual(results, [0, 10, 20, 30, 40, 50, 60, 70, 80, 90])
})

test('no more than the limit is taken from the source before the consumer takes results', async () => {
  let taken = 0
  let given = 0
  const source = count(50, () => taken++)
  for await (const _ of mapInOrder(source, 5, async (item) => item)) {
    given++
    await wait(1)
    assert.ok(taken - given <= 5, `${taken} taken, ${given} given`)
  }
  assert.equal(given, 50)
})

test('a failure is thrown in its turn, and leaving early waits for what is at work', async () => {
  let running = 0
  const work = async (item: number) => {
    running++
    await wait(item === 3 ? 0 : 10)
    running--
    if (item === 3) throw new Error('three')
    return item
  }
  const results: number[] = []
  const consume = async () => {
    for await (const result of mapInOrder(count(10), 6, work)) results.push(result)
  }
  await assert.rejects(consume, /three/)
  assert.deepEqual(results, [0, 1, 2])
  assert.equal(running, 0)
})
