import { Fold } from '@/components/ui/fold'
import type { ArticleMatches, ArticlePage } from '@/lib/kb/article-page'
import type { Problem } from '@/lib/kb/articles/errors'
import type { SearchResults } from '@/lib/kb/search/search-query'
import { ArticleHeader } from './article-header'
import { ArticleBody } from './body/article-body'
import { estimateScreens } from './body/article-length'
import { ArticleFacts } from './facts/article-facts'
import { ArticleProblems } from './facts/article-problems'
import { FixedInNotice } from './fixed-in-notice'
import { ArrivalList } from './matches/arrival-list'
import { MatchBar } from './matches/match-bar'
import { PartPager } from './part-pager'
import { PageJumps } from './rail/page-jumps'
import { TableOfContents } from './rail/table-of-contents'
import { ReconstructionNotice } from './reconstruction-notice'
import { SupersedenceNotice } from './supersedence/supersedence-notice'

/** Phones have a way around in articles of more screens than this. */
const MAX_SCREENS_WITHOUT_JUMPS = 3

interface Props {
  readonly article: ArticlePage
  /** What the search that led to the article found in it, and its results. */
  readonly matches?: ArticleMatches
  readonly results?: SearchResults
  /** For authors. */
  readonly problems?: readonly Problem[]
}

/** An article from the way to it to its sources. */
export function ArticleView({ article, matches, results, problems = [] }: Props) {
  const { summary, supersedence, headings, tree, frontMatter } = article
  return (
    <>
      {matches && <MatchBar matches={matches} />}
      <div
        className={`lg:grid lg:grid-cols-[minmax(0,60ch)_minmax(180px,268px)] lg:justify-between lg:gap-12 lg:text-[1.0625rem] print:block ${
          results ? 'xl:grid-cols-[220px_minmax(0,60ch)_minmax(160px,1fr)] xl:gap-9' : ''
        }`}
      >
        {results && <ArrivalList results={results} here={summary.number} />}
        <article lang={article.language} className="min-w-0 max-w-[60ch] print:max-w-none">
          <ArticleProblems problems={problems} />
          <ArticleHeader article={article} />
          {summary.provenance === 'reconstructed' && (
            <ReconstructionNotice sourceCount={frontMatter.sources?.length ?? 0} />
          )}
          <SupersedenceNotice
            summary={summary}
            supersedence={supersedence}
            isDerived={frontMatter.derived?.includes('supersededBy') ?? false}
          />
          <FixedInNotice here={summary.number} updates={article.fixedIn} releases={article.fixedInReleases} />
          {headings.length > 0 && (
            <nav aria-label="On this page" className="mb-6 lg:hidden print:hidden">
              <Fold title="On this page">
                <div id="page-contents" tabIndex={-1} className="py-2 outline-none">
                  <TableOfContents headings={headings} isComplete />
                </div>
              </Fold>
            </nav>
          )}
          <PartPager parts={article.parts} here={summary.number} />
          <ArticleBody tree={tree} />
          <PartPager parts={article.parts} here={summary.number} />
        </article>
        {headings.length > 0 && (
          <nav aria-label="On this page" className="hidden lg:block print:hidden">
            <TableOfContents headings={headings} />
          </nav>
        )}
      </div>
      <ArticleFacts article={article} />
      {estimateScreens(tree, 'phone') > MAX_SCREENS_WITHOUT_JUMPS && <PageJumps hasContents={headings.length > 0} />}
    </>
  )
}
