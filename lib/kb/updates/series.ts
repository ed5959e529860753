import { z } from 'zod'
import { kbNumber, partialDate } from '@/lib/kb/articles/front-matter'

const text = z.string().trim().min(1).max(200)

/**
 * A `series.yaml` file: the update series of one product, and which of them follows which. Each field's description is its
 * line in docs/content-format.md. That a later series has begun is a fact of its own: it is stated here and never guessed
 * from a name.
 */
export const seriesFileSchema = z.strictObject({
  product: text.describe('The product, as the articles of its updates name it.'),
  series: z
    .array(
      z.strictObject({
        line: text.describe('The `line` of the articles of the series.'),
        shortName: text.max(30).describe('What labels call the series, such as `SP1`.'),
        follows: text
          .optional()
          .describe('The `line` that this series follows: updates of that one are no longer for the newest release.'),
        release: z
          .strictObject({
            name: text.describe('Its name, such as `Exchange Server 2007 SP1`.'),
            article: kbNumber.optional().describe('The article about it, where there is one.'),
            released: partialDate.optional().describe('The day on which it was released.'),
            build: text.optional().describe('Its build, such as `8.1.240.6`.'),
          })
          .describe('The release that the updates of the series are for. It has to be installed first.'),
        lastUpdate: kbNumber
          .optional()
          .describe('The last update of the series, where a source says that no other came. Absent: not known.'),
      }),
    )
    .min(1)
    .max(100)
    .describe('The series of the product.'),
  sources: z
    .array(
      z.strictObject({
        facts: text.describe('Which facts.'),
        url: z.string().max(2000).describe('Where they are stated.'),
      }),
    )
    .max(100)
    .optional()
    .describe('Where the facts come from.'),
})

/** The checked content of one series file. */
export type SeriesFile = z.infer<typeof seriesFileSchema>

/** One update series of a product. */
export interface Series extends Omit<SeriesFile['series'][number], 'follows'> {
  readonly product: string
  readonly follows?: string
}
