import { Fold } from '@/components/ui/fold'
import type { Atlas } from '@/lib/kb/articles/atlas'
import { AtlasDrawing } from './atlas-drawing'
import { ATLAS_FORMS } from './atlas-layout'
import { AtlasTable } from './atlas-table'

/** Products and years: a drawing for the eye and the pointer, and a table that says the same. */
export function AtlasView({ atlas, rowCount }: { atlas: Atlas; rowCount?: number }) {
  const shown = { ...atlas, rows: atlas.rows.slice(0, rowCount) }
  // A narrow screen shows some years only, so that the newest come first.
  const newestFirst = {
    ...shown,
    years: [...shown.years].reverse(),
    totals: [...shown.totals].reverse(),
    rows: shown.rows.map(({ product, counts }) => ({ product, counts: [...counts].reverse() })),
  }
  return (
    <>
      <AtlasDrawing atlas={shown} form={ATLAS_FORMS.wide} className="hidden lg:block" />
      <AtlasDrawing atlas={newestFirst} form={ATLAS_FORMS.narrow} className="lg:hidden" />
      <p className="mb-3 mt-2 text-sm text-muted">
        The darker, the more articles. Each cell leads to its articles. The year is that of the last review, or of the
        release.
      </p>
      <Fold title="The same as a table">
        <AtlasTable atlas={shown} />
      </Fold>
    </>
  )
}
