import { test } from 'node:test'
import { makeFolder } from '@/tests/support/folder'
import { killWhileFollowing, killWhileImporting } from '@/tests/support/processes/kill-rounds'

// `npm run bench:kills` does the same more often.

test('whenever the process that follows the articles is killed, the index and the kept texts are whole', (context) =>
  killWhileFollowing(makeFolder(context), 4))

test('whenever an import is killed, what it has written is whole, and the next one completes it', (context) =>
  killWhileImporting(makeFolder(context), 3))
