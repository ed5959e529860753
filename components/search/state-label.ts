import type { StateFilter } from '@/lib/kb/search/search-filters'

/** The words for each choice of state. */
export const STATE_LABELS: Readonly<Record<StateFilter, string>> = {
  current: 'Current',
  superseded: 'Superseded',
  'partly-superseded': 'Partly superseded',
  withdrawn: 'Withdrawn',
}
