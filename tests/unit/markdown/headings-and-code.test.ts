import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element } from 'hast'
import { toString as plainTextOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { renderArticle } from '@/lib/markdown/render-article'

const render = (body: string) => renderArticle(body, { resolve: () => undefined })

function listElements(body: string, isWanted: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  visit(render(body).tree, 'element', (element) => {
    if (isWanted(element)) found.push(element)
  })
  return found
}

/** Headings as the archive has them, and as they are shown: a name stays as it is written. */
const HEADINGS = {
  SYMPTOMS: 'Symptoms',
  'MORE INFORMATION': 'More information',
  'STEPS TO REPRODUCE BEHAVIOR': 'Steps to reproduce behavior',
  'METHOD 1': 'Method 1',
  '1.2 KNOWN ISSUES': '1.2 Known issues',
  'HOW TO USE *THE* SAMPLE': 'How to use the sample',
  README: 'README',
  'SETUP OF SQL SERVER': 'SETUP OF SQL SERVER',
  'CAUSE: MSDOS.SYS': 'CAUSE: MSDOS.SYS',
  'Known Issues': 'Known Issues',
  '2000': '2000',
}

test('headings are not shouted, and names in them are left alone', () => {
  const body = Object.keys(HEADINGS)
    .map((heading) => `## ${heading}\n\nText.\n`)
    .join('\n')
  assert.deepEqual(
    render(body).headings.map(({ text }) => text),
    Object.values(HEADINGS),
  )
  assert.equal(render('## MORE INFORMATION').headings[0]?.id, 'more-information')
})

test('code in a known language is colored by classes, and its text stays the same', () => {
  const code = 'net stop w32time\nREM <script>alert(1)</script>\nset A="b"\n'
  const [colored] = listElements(`\`\`\`bat\n${code}\`\`\``, ({ tagName }) => tagName === 'code')
  assert.equal(colored && plainTextOf(colored), code)
  const classes = listElements(`\`\`\`bat\n${code}\`\`\``, ({ tagName }) => tagName === 'span').map(
    ({ properties }) => properties,
  )
  assert.ok(classes.length >= 2)
  for (const properties of classes) {
    assert.deepEqual(Object.keys(properties), ['className'])
    assert.match(String(properties.className), /^hljs-[\w-]+$/)
  }
})

test('code in an unknown language, in none, and beyond the bound stays plain', () => {
  const bodies = [
    '```nonsense\nset A\n```',
    '```\nset A\n```',
    '    set A',
    `\`\`\`bat\n${'set A="b"\n'.repeat(3000)}\`\`\``,
  ]
  for (const body of bodies) {
    assert.deepEqual(
      listElements(body, ({ tagName }) => tagName === 'span'),
      [],
      body.slice(0, 20),
    )
  }
})

test('a block with Arabic or Hebrew stands where its script begins, and no other has a direction', () => {
  const withDirection = listElements(
    'First.\n\nمرحبا بكم\n\n- שלום\n- text\n',
    ({ properties }) => properties.dir === 'auto',
  )
  assert.deepEqual(
    withDirection.map(({ tagName }) => tagName),
    ['p', 'li'],
  )
  assert.deepEqual(
    listElements('Text.\n\n- item', ({ properties }) => properties.dir !== undefined),
    [],
  )
})
