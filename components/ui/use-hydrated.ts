'use client' // Controls that need JavaScript appear once it runs.

import { useSyncExternalStore } from 'react'

/** True once the page's JavaScript runs; false on the server and in the first render of the browser. */
export function useHydrated(): boolean {
  return useSyncExternalStore(neverChanges, isTrue, isFalse)
}

const neverChanges = () => () => {}
const isTrue = () => true
const isFalse = () => false
