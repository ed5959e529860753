import type { ReactNode } from 'react'
import { PROPERTIES_ID } from '@/components/article/article-header'
import { ProductLink } from '@/components/article/product-link'
import type { ArticlePage } from '@/lib/kb/article-page'
import { formatKbNumber, hasKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl, lineUrl } from '@/lib/urls'
import { FactSection } from './fact-section'
import { LongList } from './long-list'

/** The facts of the article's front matter that the header lacks; unknown ones are left out. */
export function ArticleProperties({ article }: { article: ArticlePage }) {
  const { frontMatter: facts, products, supersedence, summary } = article
  const linkTo = (name: string) => <ProductLink name={name} products={products} />
  const properties: readonly Property[] = [
    ['Article ID', hasKbNumber(summary.number) && facts.number],
    ['Update series', supersedence.line && <a href={lineUrl(supersedence.line.slug)}>{supersedence.line.name}</a>],
    ['Replaces', listReplaced(article)],
    ['Bulletins', facts.bulletins?.join(', ')],
    ['Applies to', longList(facts.products, 'products', linkTo)],
    ...Object.entries(facts.productGroups ?? {}).map(
      ([component, names]): Property => [component, longList(names, 'products')],
    ),
    ['Group', facts.productGroup && linkTo(facts.productGroup)],
    ['Platforms', longList(facts.platforms, 'platforms')],
    ['Hardware', facts.hardware?.join(', ')],
    ['Bug IDs', facts.bugs?.join(', ')],
    ['Also published as', facts.aliases?.filter(hasKbNumber).map(formatKbNumber).join(', ')],
  ]
  return (
    <>
      <FactSection title="Properties" id={PROPERTIES_ID}>
        <PropertyList properties={properties} />
      </FactSection>
      <OriginalMetadata facts={facts} />
    </>
  )
}

/** The fields of an imported article that only its first owner could read, as they are. */
function OriginalMetadata({ facts }: { facts: ArticlePage['frontMatter'] }) {
  const properties: readonly Property[] = [
    ['Version', facts.version],
    ['Keywords', facts.keywords?.join(', ')],
    ['Technology', facts.technology?.join(', ')],
    ['Issue type', facts.issueType],
    ['Solution type', facts.solutionType],
    ['Collection', facts.collection],
  ]
  if (properties.every(([, value]) => !value)) return null
  return (
    <details className="border-t border-line pt-4 text-sm">
      <summary className="min-h-6 text-muted">Original metadata</summary>
      <div className="mt-3">
        <PropertyList properties={properties} />
      </div>
    </details>
  )
}

type Property = readonly [string, ReactNode]

function PropertyList({ properties }: { properties: readonly Property[] }) {
  return (
    <dl className="m-0 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-6 gap-y-1.5 text-sm">
      {properties.map(
        ([name, value]) =>
          value && (
            <div key={name} className="contents">
              <dt className="max-w-36 text-muted">{name}</dt>
              <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

function listReplaced({ frontMatter, supersedence }: ArticlePage): ReactNode {
  const contradicted = supersedence.evidence.flatMap(({ state, to }) => (state === 'contradicted' ? [to] : []))
  const replaced = [frontMatter.supersedes ?? []].flat().filter((number) => !contradicted.includes(number))
  return replaced.length > 0 && <NumberLinks numbers={replaced} />
}

function longList(items: readonly string[] | undefined, noun: string, show?: (item: string) => ReactNode): ReactNode {
  return items && items.length > 0 && <LongList items={items} noun={noun} show={show} />
}

function NumberLinks({ numbers }: { numbers: readonly KbNumber[] }) {
  return numbers.map((number, index) => (
    <span key={number}>
      {index > 0 && ', '}
      <a href={articleUrl(number)}>{formatKbNumber(number)}</a>
    </span>
  ))
}
