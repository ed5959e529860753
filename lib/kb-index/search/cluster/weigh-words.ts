import { MAX_IMPACT } from '@/lib/kb-index/search/posting-list'
import { type Alternative, countToRarity, type ScoredWord } from '@/lib/kb-index/search/scored-word'
import { MENTION_IMPACT, type SearchIndex } from '@/lib/kb-index/search/search-index'
import { allOf, anyOf, type Clause, constant, impactOf, phrase, termOf } from './clauses'

/** The articles that mention a signature. */
export interface Mentions {
  readonly signature: string
  readonly count: number
}

/** A word of a query that any article has, in the language of the cluster. */
export interface WeighedWord {
  /** How distinctive it is; what an article with it covers of the query. */
  readonly rarity: number
  readonly isExtra: boolean
  /** What it adds to the score of an article: the best of its alternatives. */
  readonly score: Clause
  /** The articles that have it, by how much of it they have, most first. */
  readonly shares: readonly Share[]
  /** The articles that have it in the title, likewise. */
  readonly titleShares: readonly Share[]
}

export interface Share {
  readonly share: number
  readonly clause: Clause
}

/** Weighs words as `ScoreTable` does, by the counts of the index file. Words that no article has are left out. */
export function weighWords(index: SearchIndex, words: readonly ScoredWord<Mentions>[]): WeighedWord[] {
  return words.flatMap((word) => weighWord(index, word) ?? [])
}

function weighWord(index: SearchIndex, { alternatives, weight, isExtra }: ScoredWord<Mentions>) {
  const counted = alternatives.map((alternative) => ({ alternative, count: countArticles(index, alternative) }))
  const known = counted.filter(({ count }) => count > 0)
  const [first] = known
  if (!first) return undefined
  const isAlike = ({ isName, articles }: Alternative<Mentions>) => isName || articles !== undefined
  const alike = known.filter(({ alternative }) => isAlike(alternative)).map(({ count }) => count)
  const rarity = countToRarity(Math.max(first.count, ...alike), index.articleCount)
  const scores = known.map(({ alternative, count }) => {
    const own = isAlike(alternative) ? rarity : Math.min(countToRarity(count, index.articleCount), rarity)
    return scoreOf(alternative, (weight * alternative.weight * own) / MAX_IMPACT)
  })
  const sharesOf = (toClause: (alternative: Alternative<Mentions>) => Clause | undefined) =>
    groupByShare(
      known.flatMap(({ alternative }) => {
        const clause = toClause(alternative)
        return clause ? { share: alternative.weight, clause } : []
      }),
    )
  return {
    rarity,
    isExtra,
    score: scores.length === 1 && scores[0] ? scores[0] : { dis_max: { queries: scores } },
    shares: sharesOf(articlesWith),
    titleShares: sharesOf(articlesWithInTitle),
  }
}

function countArticles(index: SearchIndex, { terms, text, isName, articles }: Alternative<Mentions>): number {
  if (articles) return articles.count
  if (isName && text !== undefined) return index.postingsOfName(text).length
  return terms.length === 1 ? index.countArticlesWith(terms[0] ?? '') : index.postingsOf(terms).length
}

/** Where the index file takes the smallest impact of several terms, the cluster can only take the mean. */
function scoreOf(alternative: Alternative<Mentions>, step: number): Clause {
  const { terms, articles } = alternative
  if (articles) return constant(articlesWith(alternative), step * MENTION_IMPACT)
  const [only] = terms
  if (only !== undefined && terms.length === 1) return impactOf(only, step)
  const name = nameOf(alternative)
  const must = terms.map((term) => impactOf(term, step / terms.length))
  return { bool: { must, filter: name ? [name] : [] } }
}

function articlesWith(alternative: Alternative<Mentions>): Clause {
  const { terms, articles } = alternative
  if (articles) return { term: { signature: articles.signature } }
  return nameOf(alternative) ?? allOf(terms.map(termOf))
}

/** The words of a name, or of its plural, stand one after the other. */
function nameOf({ terms, text, isName }: Alternative<Mentions>): Clause | undefined {
  if (!isName || text === undefined || terms.length < 2) return undefined
  return anyOf([phrase(text), phrase(`${text}s`)])
}

function articlesWithInTitle({ terms, articles }: Alternative<Mentions>): Clause | undefined {
  return articles ? undefined : allOf(terms.map((term) => ({ term: { titleTerms: term } })))
}

/** Joins what has the same share. What has a larger one has no smaller one as well. */
function groupByShare(shares: readonly Share[]): Share[] {
  const values = [...new Set(shares.map(({ share }) => share))].sort((a, b) => b - a)
  return values.map((share) => {
    const own = anyOf(shares.filter((other) => other.share === share).map(({ clause }) => clause))
    const larger = shares.filter((other) => other.share > share).map(({ clause }) => clause)
    return { share, clause: larger.length === 0 ? own : { bool: { filter: [own], must_not: larger } } }
  })
}
