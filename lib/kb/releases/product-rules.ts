import { z } from 'zod'

const text = z.string().trim().min(1).max(400)

/** How the owner of a collection wants its products shown. Each field's description is its line in docs/content-format.md. */
export const productRulesSchema = z
  .array(
    z
      .strictObject({
        name: text.describe('The name of a product or product group, exactly as articles write it.'),
        shownAs: text.optional().describe('The family under which it is shown instead.'),
        hidden: z.literal(true).optional().describe('It is shown in no list; its articles stay.'),
      })
      .refine(({ shownAs, hidden }) => (shownAs === undefined) !== (hidden === undefined), {
        error: 'is neither renamed nor hidden. Give it either shownAs or hidden: true',
      }),
  )
  .min(1)
  .max(2000)

/** What the owner says of one name. */
export type ProductRule = z.infer<typeof productRulesSchema>[number]
