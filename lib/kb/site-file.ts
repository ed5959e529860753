import { z } from 'zod'
import { frontMatterRulesSchema } from './articles/front-matter-rules'
import { productRulesSchema } from './releases/product-rules'
import { hasContrast } from './site-colors'
import { MAX_SHORT_NAME } from './site-name'

const text = (max: number) => z.string().trim().min(1).max(max)

/** The file `site.yaml` of a content folder: what the site is called and how it looks. Each field's description is its line in docs/content-format.md. */
export const siteFileSchema = z.strictObject({
  name: text(60)
    .optional()
    .describe('The name of the site: header, footer, titles, feeds, share pictures. Default: KB Viewer.'),
  shortName: text(MAX_SHORT_NAME)
    .optional()
    .describe(
      'A name of at most 16 characters, for a home screen and the search of a browser. Default: the name, if it is short enough.',
    ),
  logo: text(400)
    .optional()
    .describe('A picture below the content folder, shown beside the name and as the icon, such as `media/logo.svg`.'),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'a color such as "#0b5cad", in quotes')
    .refine(hasContrast, { error: 'a darker color: white text on it needs a contrast of 4.5 to 1' })
    .optional()
    .describe(
      'The color of links and buttons, such as `"#0b5cad"`. White on it must have a contrast of 4.5 to 1; the one for dark pages is derived.',
    ),
  origin: z
    .url({ protocol: /^https?$/, error: 'the address of the site, such as https://kb.example' })
    .refine((url) => URL.canParse(url) && new URL(url).pathname === '/', {
      error: 'an address without a path, such as https://kb.example',
    })
    .optional()
    .describe(
      'The address under which readers know the site, such as `https://kb.example`. `KB_ORIGIN` counts before it.',
    ),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, 'a language such as de or pt-BR')
    .optional()
    .describe('The language of the articles, such as `de`. Default: en. The words of the site itself are English.'),
  home: z
    .strictObject({
      heading: text(120).optional().describe('The heading of the home page. Default: Find an article.'),
      text: text(4000).optional().describe('Markdown that stands below the search box.'),
    })
    .optional()
    .describe('What the home page says.'),
  navigation: z
    .array(
      z.strictObject({
        name: text(40).describe('The words of the link.'),
        url: z
          .string()
          .regex(
            /^(?:https?:\/\/[^\s]+|\/(?!\/)[^\s]*)$/,
            'a path such as /article/handbook, or an address that begins with https://',
          )
          .describe('A path of this site, such as `/article/handbook`, or an address.'),
      }),
    )
    .max(6)
    .optional()
    .describe('Up to six more links in the header, before those to the rooms of the site.'),
  footer: z.array(text(400)).max(6).optional().describe('Up to six lines of Markdown in the footer.'),
  disclaimer: text(400)
    .optional()
    .describe('One sentence about the tie to the vendor whose articles these are, in the footer and on paper.'),
  sources: z
    .array(
      z.strictObject({
        url: z
          .url({ protocol: /^https?$/, error: 'an address that begins with https://' })
          .describe(
            'How the addresses of this source begin: an article is of it if its `source.url` or `source.repository` begins so.',
          ),
        attribution: text(400).describe('Whom to name, such as `Microsoft, SupportArticles-docs`.'),
        licence: text(120).optional().describe('The licence of the texts, such as `CC BY 4.0`.'),
      }),
    )
    .max(50)
    .optional()
    .describe('Whom the articles of a source are by, shown on each of them.'),
  prefix: z
    .string()
    .regex(
      /^[A-Za-z]{1,12}[ #-]?$/,
      'up to 12 letters, with a "-", "#" or blank behind them if one stands there, such as "EIP-"',
    )
    .optional()
    .describe(
      'What stands before the number of an article, such as `"EIP-"`. It is shown everywhere, found in texts, and understood in searches and addresses. Default: KB.',
    ),
  frontMatter: frontMatterRulesSchema
    .optional()
    .describe('How articles are read that were not written for this viewer.'),
  history: z
    .literal('git')
    .optional()
    .describe(
      'Write `git` to read what articles were from the commits of the clone that the folder lies in, as from snapshots. Default: snapshots only.',
    ),
  products: productRulesSchema.optional().describe('The products and groups to rename or hide.'),
})

/** What the owner of a site says about it; every field may be absent. */
export type SiteFile = z.infer<typeof siteFileSchema>

/** What the site says of how its articles are read. */
export type SiteReading = Pick<SiteFile, 'frontMatter' | 'history' | 'prefix'>

/** Gives `undefined` for a site that says nothing of it. */
export function readingOf({ frontMatter, history, prefix }: SiteReading): SiteReading | undefined {
  return frontMatter || history || prefix ? { frontMatter, history, prefix } : undefined
}
