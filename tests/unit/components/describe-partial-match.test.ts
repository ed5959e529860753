import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describePartialMatch } from '@/components/search/describe-partial-match'
import { parseSearchQuery } from '@/lib/kb/search/search-query'
import { searchArticles } from '@/lib/kb-index/read/search-articles'
import { openSampleIndex } from '@/tests/support/sample-index'

test('what no article has is named: words, a phrase, or a phrase among those that filters leave', async (context) => {
  const index = await openSampleIndex(context, {
    'a.md': 'number: 100\ntitle: Queue\nproducts: [Mail Server]\n\nThe queue stops after the restart of the server.',
    'b.md': 'number: 101\ntitle: Restart\nproducts: [Other]\n\nRestart the queue.',
  })
  const say = async (q: string) => describePartialMatch(await searchArticles(index, parseSearchQuery({ q })))
  const some = 'Showing articles with some or all of'
  assert.equal(await say('queue restart'), undefined)
  assert.equal(await say('"restart the queue"'), undefined)
  assert.equal(await say('"nosuchword norsuchone"'), undefined)
  assert.equal(await say('queue nosuchword'), '. No article contains all of these words. Showing partial matches.')
  assert.equal(await say('"queue the restart"'), `. No article contains this phrase. ${some} its words.`)
  assert.equal(
    await say('"queue the restart" "of queue"'),
    `. No article contains all of these phrases. ${some} their words.`,
  )
  assert.equal(await say('server "queue the restart"'), `. No article contains this phrase. ${some} these words.`)
  assert.equal(
    await say('"restart the queue" product:"mail server"'),
    `. No article with these filters contains this phrase. ${some} its words.`,
  )
  assert.equal(await say('"the queue" -queue').then((text) => text ?? 'nothing'), 'nothing')
  assert.equal(
    await say('"restart the queue" -"restart the"'),
    `. No article without the excluded words contains this phrase. ${some} its words.`,
  )
})
