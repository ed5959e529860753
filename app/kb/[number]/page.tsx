import type { Metadata } from 'next'
import { ArticleDocument, articleMetadata, findArticleAt } from '@/app/article-page'

type Props = PageProps<'/kb/[number]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articleMetadata(await findArticleAt(`/kb/${(await params).number}`))
}

export default async function KbNumberPage({ params, searchParams }: Props) {
  return <ArticleDocument article={await findArticleAt(`/kb/${(await params).number}`)} arrival={await searchParams} />
}
