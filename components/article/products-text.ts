/** Names the first product: "Exchange Server 2007", or "Exchange Server 2007 and 2 more". */
export function productsText([first, ...others]: readonly string[]): string | undefined {
  return first && (others.length > 0 ? `${first} and ${others.length} more` : first)
}
