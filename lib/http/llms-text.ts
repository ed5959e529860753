import type { UpdateLine } from '@/lib/kb/articles/article'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { API_URL, articleUrl, lineUrl, OPENAPI_URL, SITEMAP_URL } from '@/lib/urls'

/** The text stays small enough to be read whole. */
const MAX_LINES = 30

interface Content {
  /** The name of the site. */
  readonly name: string
  /** The scheme and host of this site, or nothing if they are not known. */
  readonly origin: string
  readonly articleCount: number
  readonly lines: readonly UpdateLine[]
}

/** Builds llms.txt: where the Markdown is, and that an article may have been replaced. */
export function llmsText({ name, origin, articleCount, lines }: Content): string {
  const newest = lines.slice(0, MAX_LINES).flatMap(({ name: line, slug, updates }) => {
    const last = updates.at(-1)
    return last
      ? [
          `- [${oneLine(line)}](${origin}${lineUrl(slug)}): newest is [${formatKbNumber(last.number)}](${origin}${articleUrl(last.number)}.md)`,
        ]
      : []
  })
  return `# ${oneLine(name)}

> ${articleCount.toLocaleString('en-US')} knowledge-base articles by number. Many of them have been replaced: before you quote or recommend
> one, look at what replaced it, and name the newer one.

- An article is at ${origin}/kb/N as a page and at ${origin}/kb/N.md as Markdown, N being its number: ${origin}/kb/940006.md
- Where something newer is known, the Markdown says so first: "**Superseded.** Replaced by ...". Do not recommend what stands below it.
- "No replacement known" means that this collection knows of none. It does not mean that there is none.
- An article with \`provenance: reconstructed\` is not in the words of its source.
- Old addresses of articles work here: ${origin}/default.aspx?scid=kb;en-us;940006

## For programs

- [API](${origin}${OPENAPI_URL}): OpenAPI 3.1; ${origin}${API_URL}/articles/N/relations has every statement about an article with its sentence
- [All addresses](${origin}${SITEMAP_URL}): the sitemap
${newest.length > 0 ? `\n## Update series\n\n${newest.join('\n')}\n` : ''}`
}

/** A name of the collection is on one line and ends no link. */
function oneLine(text: string): string {
  return text.replace(/[\s[\]]+/g, ' ').trim()
}
