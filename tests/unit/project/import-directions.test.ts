import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { after, before, test } from 'node:test'

/** A file of each room, what it may import and what it may not. */
const ROOMS: readonly { file: string; may: readonly string[]; mayNot: readonly string[] }[] = [
  {
    file: 'app/kb/[number]/page.tsx',
    may: ['@/lib/articles', '@/lib/kb/kb-number', '@/lib/urls', '@/lib/api-response', '@/components/ui/badge'],
    mayNot: ['@/lib/kb-index/open', '@/lib/content/read-article', '@/lib/markdown/processor', '@/lib/env', '../page'],
  },
  {
    file: 'components/search/search-form.tsx',
    may: ['@/components/ui/badge', './search-box', '@/lib/urls', '@/lib/check/verdict', '@/lib/kb/article'],
    mayNot: ['@/lib/articles', '@/lib/kb-index/open', '@/lib/env', '../ui/badge'],
  },
  {
    file: 'lib/articles.ts',
    may: [
      '@/lib/content/read-article',
      '@/lib/markdown/render-article',
      '@/lib/kb-index/open',
      '@/lib/check/parse-paste',
      '@/lib/env',
    ],
    mayNot: ['@/lib/legacy-import/decode', '@/components/ui/badge', '@/app/layout'],
  },
  {
    file: 'lib/content/read-article.ts',
    may: ['@/lib/kb/errors', './parse-front-matter', 'node:fs/promises'],
    mayNot: ['@/lib/markdown/render-article', '@/lib/kb-index/open', '@/lib/env', '@/lib/urls', '../kb/errors'],
  },
  {
    file: 'lib/kb-index/search.ts',
    may: ['@/lib/kb/search-query', './open'],
    mayNot: ['@/lib/content/read-article', '@/lib/markdown/render-article', '@/lib/env', '@/lib/urls'],
  },
  {
    file: 'lib/markdown/processor.ts',
    may: ['@/lib/kb/kb-number', './remark-kb-links', '@/lib/urls'],
    mayNot: ['@/lib/kb-index/open', '@/lib/content/read-article', '@/lib/env', 'node:fs', 'node:fs/promises'],
  },
  {
    file: 'lib/legacy-import/decode.ts',
    may: ['@/lib/kb/front-matter', 'node:crypto'],
    mayNot: ['@/lib/content/write-article', '@/lib/markdown/processor', 'node:fs'],
  },
  {
    file: 'lib/check/parse-paste.ts',
    may: ['@/lib/kb/kb-number', './paste'],
    mayNot: ['@/lib/kb-index/open', '@/lib/articles', '@/lib/urls', '@/lib/env', 'node:fs'],
  },
  {
    file: 'lib/kb/kb-number.ts',
    may: ['./errors', '@/lib/urls'],
    mayNot: ['@/lib/articles', '@/lib/env', 'node:fs'],
  },
  { file: 'lib/urls.ts', may: ['@/lib/kb/kb-number'], mayNot: ['@/lib/env', '@/lib/articles'] },
  { file: 'proxy.ts', may: ['@/lib/articles', '@/lib/urls'], mayNot: ['@/lib/kb-index/open', '@/lib/env'] },
  { file: 'scripts/index/update-index.ts', may: ['@/lib/kb-index/open', '@/lib/env'], mayNot: ['../build-index'] },
]

const BIOME = resolve('node_modules/@biomejs/biome/bin/biome')
let folder = ''

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-directions-'))
  await cp('biome.json', join(folder, 'biome.json'))
})
after(() => rm(folder, { recursive: true }))

for (const { file, may, mayNot } of ROOMS) {
  test(`the linter reports what ${file} may not import, and nothing else`, async () => {
    const imported = [...may, ...mayNot]
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), imported.map((path) => `import '${path}'\n`).join(''))
    const lines = linesReportedIn(file)
    assert.deepEqual(
      imported.filter((_, at) => lines.has(at + 1)),
      mayNot,
    )
  })
}

function linesReportedIn(file: string): ReadonlySet<number> {
  const options = ['--only=style/noRestrictedImports', '--vcs-enabled=false', '--reporter=github']
  const { stdout } = spawnSync(process.execPath, [BIOME, 'lint', ...options, file], { cwd: folder, encoding: 'utf8' })
  return new Set([...stdout.matchAll(/noRestrictedImports,.*?line=(\d+)/g)].map((match) => Number(match[1])))
}
