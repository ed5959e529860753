import type { SimilarArticles } from '@/lib/kb/search/search-engine'
import { type IndexDatabase, inOneRead } from '@/lib/kb-index/file/driver'
import { termToWord } from '@/lib/kb-index/search/scored-word'
import { searchIndexOf } from '@/lib/kb-index/search/search-index'
import { chooseRareTerms } from '@/lib/kb-index/search/similar-articles'
import { askSearch, BEST_FIRST } from './ask-search'
import type { Cluster } from './cluster'
import { scoreByWords } from './score-query'
import { type Mentions, weighWords } from './weigh-words'

/** Finds the articles that have the rarest words of a long text, such as an event log entry, best first. */
export async function findSimilarOnCluster(
  cluster: Cluster,
  database: IndexDatabase,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<SimilarArticles> {
  const { terms, words } = inOneRead(database, () => {
    const index = searchIndexOf(database)
    const terms = chooseRareTerms(index, text)
    return {
      terms,
      words: weighWords(
        index,
        terms.map((term) => termToWord<Mentions>(term)),
      ),
    }
  })
  if (words.length === 0) return { terms, articles: [] }
  const total = words.reduce((sum, { rarity }) => sum + rarity, 0)
  // Names tell which words a hit has. They count nothing, since all hits must have a score already.
  const named = words.flatMap(({ shares }, place) =>
    shares.map(({ clause }) => ({ bool: { filter: [clause], _name: String(place) } })),
  )
  const query = { bool: { must: [scoreByWords(words)], should: named } }
  const { hits } = await askSearch(cluster, { query, size: limit, sort: BEST_FIRST })
  const articles = hits.map(({ number, score, matched }) => {
    const places = new Set(matched.map(Number))
    const covered = words.reduce((sum, { rarity }, place) => sum + (places.has(place) ? rarity : 0), 0)
    return { number, score, coverage: covered / total, matchedTerms: terms.filter((_, place) => places.has(place)) }
  })
  return { terms, articles }
}
