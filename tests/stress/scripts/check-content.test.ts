import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { makeFolder } from '@/tests/support/folder'

const folder = makeFolder({ after })

test('the checker names each fault of the broken corpus on a line of its own and fails', () => {
  const { status, stderr } = check('tests/fixtures/broken-content')
  assert.equal(status, 1)
  const [heading, ...lines] = stderr.trim().split('\n')
  assert.equal(heading, '9 problems in the articles:')
  assert.deepEqual(
    lines.map((line) => /^(\S+\.md):\d+:\d+ {2}\S.*?\. .+\.$/.exec(line)?.[1] ?? line),
    [
      'broken-yaml.md',
      'cycle-a.md',
      'link-to-itself.md',
      'no-front-matter.md',
      'no-number.md',
      'same-number-b.md',
      'supersedes-itself.md',
      'unknown-field.md',
      'wrong-value.md',
    ],
  )
})

test('the checker passes articles without a fault, also where they link to what is missing', () => {
  const { status, stdout, stderr } = check('tests/fixtures/content')
  assert.deepEqual([status, stdout], [0, '12 articles, no problems\n'])
  assert.match(
    stderr,
    /^3 warnings:\n(?:shapes\/kb900007\.md:\d+:\d+ {2}KB99000[12] is not in the collection\. .+\.\n){3}$/,
  )
})

test('the checker refuses a folder that is not there', () => {
  const { status, stderr } = check(join(folder, 'none'))
  assert.equal(status, 1)
  assert.match(stderr, /^The content folder ".*none" does not exist\. .+\.\n$/)
})

function check(contentDir: string) {
  return spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/commands/check-content.ts', '--content', contentDir],
    {
      encoding: 'utf8',
      env: { ...process.env, KB_INDEX: join(folder, `${contentDir.replace(/\W/g, '-')}.db`) },
    },
  )
}
