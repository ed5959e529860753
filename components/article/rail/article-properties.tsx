import type { ReactNode } from 'react'
import { DateText } from '@/components/article/date-text'
import { KIND_LABELS } from '@/components/article/kind-label'
import { ProductLink } from '@/components/article/product-link'
import { formatCount } from '@/components/ui/count-text'
import type { ArticlePage } from '@/lib/kb/article-page'
import { formatKbNumber, type KbNumber } from '@/lib/kb/numbers/kb-number'
import { articleUrl, lineUrl } from '@/lib/urls'
import { LongList } from './long-list'
import { RailSection } from './rail-section'

/** The facts of the article's front matter; unknown ones are left out. */
export function ArticleProperties({ article }: { article: ArticlePage }) {
  return (
    <RailSection title="Properties">
      <dl className="m-0 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        {listProperties(article).map(
          ([name, value]) =>
            value && (
              <div key={name} className="contents">
                <dt className="max-w-28 text-muted">{name}</dt>
                <dd className="m-0 [overflow-wrap:anywhere]">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </RailSection>
  )
}

function listProperties(article: ArticlePage): readonly [string, ReactNode][] {
  const { frontMatter: facts, products, supersedence, summary } = article
  const contradicted = supersedence.evidence.flatMap(({ state, to }) => (state === 'contradicted' ? [to] : []))
  const replaced = [facts.supersedes ?? []].flat().filter((number) => !contradicted.includes(number))
  const linkTo = (name: string) => <ProductLink name={name} products={products} />
  return [
    ['Article ID', facts.number],
    ['Last reviewed', facts.reviewed && <DateText date={facts.reviewed} />],
    ['Revision', facts.revision],
    ['Released', facts.released && <DateText date={facts.released} />],
    ['Build', facts.build],
    ['Version', facts.version],
    ['Kind', summary.kind && KIND_LABELS[summary.kind]],
    ['Update series', supersedence.line && <a href={lineUrl(supersedence.line.slug)}>{supersedence.line.name}</a>],
    ['Replaces', replaced.length > 0 && <NumberLinks numbers={replaced} />],
    ['Fixes', facts.fixes && formatCount(facts.fixes.length, 'article')],
    ['Bulletins', facts.bulletins?.join(', ')],
    ['Applies to', longList(facts.products, 'products', linkTo)],
    ...Object.entries(facts.productGroups ?? {}).map(([component, names]): [string, ReactNode] => [
      component,
      longList(names, 'products'),
    ]),
    ['Group', facts.productGroup && linkTo(facts.productGroup)],
    ['Platforms', longList(facts.platforms, 'platforms')],
    ['Hardware', facts.hardware?.join(', ')],
    ['Bug IDs', facts.bugs?.join(', ')],
    ['Also published as', facts.aliases?.map(formatKbNumber).join(', ')],
    ['Keywords', longList(facts.keywords, 'keywords')],
    ['Technology', longList(facts.technology, 'keywords')],
    ['Issue type', facts.issueType],
    ['Solution type', facts.solutionType],
    ['Collection', facts.collection],
  ]
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
