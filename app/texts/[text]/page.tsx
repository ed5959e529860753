import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteShell } from '@/app/site-shell'
import { OtherTextView } from '@/components/changes/other-text-view'
import { getOtherText } from '@/lib/collection'
import { formatKbNumber } from '@/lib/kb/numbers/kb-number'
import { parseOtherText } from '@/lib/kb/numbers/parse-other-text'
import { articleUrl } from '@/lib/urls'

type Props = PageProps<'/texts/[text]'>

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { served, frontMatter } = await findText(props)
  return {
    title: `Another text of ${formatKbNumber(served.number)}: ${frontMatter.title}`,
    alternates: { canonical: articleUrl(served.number) },
    robots: { index: false },
  }
}

export default async function OtherTextPage(props: Props) {
  return (
    <SiteShell>
      <OtherTextView text={await findText(props)} />
    </SiteShell>
  )
}

async function findText({ params }: Props) {
  const named = parseOtherText((await params).text)
  return (named && (await getOtherText(named.number, named.place))) ?? notFound()
}
