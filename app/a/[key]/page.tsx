import type { Metadata } from 'next'
import { ArticleDocument, articleMetadata, findArticleAt } from '@/app/article-page'

type Props = PageProps<'/a/[key]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return articleMetadata(await findArticleAt(`/a/${(await params).key}`))
}

/** The page of an article without a KB number, by the short form of its key. */
export default async function NamedArticlePage({ params, searchParams }: Props) {
  return <ArticleDocument article={await findArticleAt(`/a/${(await params).key}`)} arrival={await searchParams} />
}
