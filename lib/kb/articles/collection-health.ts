/** What an operator asks of the collection. */
export interface CollectionHealth {
  readonly articleCount: number
  /** Changes whenever the index does, and is the same in all processes. */
  readonly indexVersion: string
  /** Faults in the articles; `npm run content:check` lists them. */
  readonly problemCount: number
  /** Without its folder, the collection is served as it was last indexed. */
  readonly content: 'present' | 'missing'
  /** Whether the cluster finds words, if there is one. While it is away, everything else is answered. */
  readonly search?: 'present' | 'away'
  /** Why it is away, and what to do. */
  readonly searchFault?: string
}
