import type { Metadata } from 'next'
import { SiteShell } from '@/app/site-shell'
import { CompareForm } from '@/components/browse/compare-form'
import { ComparisonView } from '@/components/browse/comparison-view'
import { RefusedComparisonView } from '@/components/browse/refused-comparison-view'
import { PageTitle } from '@/components/ui/page-title'
import { index } from '@/lib/collection'
import { describeComparison, type UpdateComparison } from '@/lib/kb/updates/update-comparison'
import { compareUpdates } from '@/lib/kb-index/read/compare-updates'

type Props = PageProps<'/updates/compare'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const comparison = await compareAsked(props)
  // Crawlers would find one page for each pair of numbers.
  return { title: titleOf(comparison), description: describeComparison(comparison), robots: { index: false } }
}

export default async function ComparePage(props: Props) {
  const comparison = await compareAsked(props)
  return (
    <SiteShell>
      <PageTitle title={titleOf(comparison)}>{describeComparison(comparison)}</PageTitle>
      <CompareForm from={comparison.from.text} to={comparison.to.text} />
      {comparison.outcome === 'compared' ? (
        <ComparisonView comparison={comparison} />
      ) : (
        <RefusedComparisonView comparison={comparison} />
      )}
    </SiteShell>
  )
}

function titleOf(comparison: UpdateComparison): string {
  if (comparison.outcome !== 'compared') return 'Compare two updates'
  const [from, to] = [comparison.from.summary, comparison.to.summary]
  return `From ${from.shortTitle ?? from.title} to ${to.shortTitle ?? to.title}`
}

async function compareAsked({ searchParams }: Props): Promise<UpdateComparison> {
  const { from, to } = await searchParams
  return compareUpdates(index(), {
    from: typeof from === 'string' ? from : '',
    to: typeof to === 'string' ? to : '',
  })
}
