/** Gives one field of each item, in their order. */
export function valuesOf<Item, Key extends keyof Item>(items: readonly Item[] | undefined, key: Key) {
  return items?.map((item) => item[key])
}
