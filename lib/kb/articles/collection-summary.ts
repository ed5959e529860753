/** What a collection has, in a few figures. */
export interface CollectionSummary {
  readonly articleCount: number
  /** The newest date of a release, and of a review. */
  readonly lastReleased?: string
  readonly lastReviewed?: string
  /** Articles that are known to be replaced as a whole. */
  readonly replacedCount: number
  /** Numbers that articles cite and the collection lacks. */
  readonly missingCount: number
}

/** Which rooms of the site have anything to show. */
export interface CollectionRooms {
  readonly hasProducts: boolean
  readonly hasUpdates: boolean
  readonly hasReleases: boolean
  readonly hasSignatures: boolean
  readonly hasMissing: boolean
  readonly hasChanges: boolean
}
