import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs'
import { formatCount } from '@/components/ui/count-text'
import type { ArticlePage } from '@/lib/kb/article-page'
import { formatKbNumber, hasKbNumber } from '@/lib/kb/numbers/kb-number'
import { lineUrl, PRODUCTS_URL, productUrl } from '@/lib/urls'
import { CopyNumber } from './copy-number'
import { DateText } from './date-text'
import { OTHER_FILES_ID } from './facts/other-files'
import { KIND_LABELS } from './kind-label'
import { ProductLink } from './product-link'

/** More products than this would be a list of their own, which is at the end of the page. */
const MAX_PRODUCTS = 2

/** The way to the article, its title, and two lines of what it is. "Back to top" leads to the title. */
export function ArticleHeader({ article }: { article: ArticlePage }) {
  const { summary, frontMatter, products } = article
  const { number, kind, build, title, released, reviewed } = summary
  const names = summary.products.length <= MAX_PRODUCTS ? summary.products : summary.products.slice(0, 1)
  const others = summary.products.length - names.length
  const replaced = [frontMatter.supersedes ?? []].flat()
  return (
    <header className="mb-6">
      <Breadcrumbs crumbs={listCrumbs(article)} here={hasKbNumber(number) ? formatKbNumber(number) : undefined} />
      <h1
        id="top"
        tabIndex={-1}
        dir="auto"
        className="scroll-mt-40 text-[1.625rem] font-[660] leading-tight tracking-[-0.02em] outline-none md:text-[2rem]"
      >
        {title}
      </h1>
      <div className="mt-3 space-y-1 text-sm text-muted">
        <Facts
          facts={[
            <CopyNumber key="number" number={number} />,
            kind && KIND_LABELS[kind],
            ...names.map((name) => (
              <ProductLink key={name} name={name} products={products} className="text-muted quiet-link" />
            )),
            others > 0 && (
              <a
                key="others"
                href={`#${PROPERTIES_ID}`}
                className="text-muted quiet-link"
              >{`${others} more products`}</a>
            ),
            build && `build ${build}`,
          ]}
        />
        <Facts
          facts={[
            released && <DatedFact key="released" name="Released" date={released} />,
            reviewed && <DatedFact key="reviewed" name="Last reviewed" date={reviewed} />,
            frontMatter.revision && `Revision ${frontMatter.revision}`,
            replaced.length > 3 && `Replaces ${formatCount(replaced.length, 'article')}`,
            frontMatter.fixes && `Fixes ${formatCount(frontMatter.fixes.length, 'article')}`,
            article.otherFiles.length > 0 && (
              <a key="texts" href={`#${OTHER_FILES_ID}`} className="text-muted quiet-link">
                {article.otherFiles.length === 1 ? 'Another text of this number' : 'Other texts of this number'}
              </a>
            ),
          ]}
        />
      </div>
    </header>
  )
}

/** A link to it shows every product. */
export const PROPERTIES_ID = 'page-properties'

function DatedFact({ name, date }: { name: string; date: string }) {
  return (
    <>
      {name} <DateText date={date} />
    </>
  )
}

/** Facts in a line, with points between them. */
function Facts({ facts }: { facts: readonly ReactNode[] }) {
  const shown = facts.filter(Boolean)
  if (shown.length === 0) return null
  return (
    <p className="leading-7">
      {shown.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fact has no identity of its own, and the list never changes.
        <span key={index}>
          {index > 0 && ' · '}
          {fact}
        </span>
      ))}
    </p>
  )
}

/** Gives the family and the update series of the article, and nothing where neither is known. */
function listCrumbs({ family, supersedence: { line } }: ArticlePage): readonly Crumb[] {
  const crumbs = [
    ...(family ? [{ name: family.name, url: productUrl(family.slug) }] : []),
    ...(line ? [{ name: line.name, url: lineUrl(line.slug) }] : []),
  ]
  return [{ name: 'Products', url: PRODUCTS_URL }, ...crumbs]
}
