import type { StateFilter } from '@/lib/kb/search/search-filters'

export const STATE_LABELS: Readonly<Record<StateFilter, string>> = {
  current: 'No replacement known',
  superseded: 'Superseded',
  'partly-superseded': 'Partly superseded',
  withdrawn: 'Withdrawn',
}
