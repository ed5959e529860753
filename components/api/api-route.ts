/** What the page of the API shows about one address. */
export interface ApiRouteDescription {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly values: string }[]
  readonly fields: readonly { readonly name: string; readonly type: string; readonly description: string }[]
  /** A path that is answered, for a GET. */
  readonly example?: string
}
