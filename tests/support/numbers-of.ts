/** Gives the numbers of articles, in their order. */
export function numbersOf(articles: readonly { readonly number: number }[] | undefined): number[] | undefined {
  return articles?.map(({ number }) => number)
}
