const DISCLAIMER = 'disclaimer: This site has no tie to Microsoft, whose products the articles are about.\n'

/** The `site.yaml` of an imported archive, until its owner writes another. */
export const ARCHIVE_SITE = `name: Knowledge base archive
shortName: KB archive
${DISCLAIMER}`

/** The `site.yaml` of living articles: their licence asks for the names of author and licence. */
export const LIVING_SITE = `name: Support articles
shortName: Support
footer:
  - Articles by [Microsoft](https://github.com/MicrosoftDocs/SupportArticles-docs), [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/). Their form was changed, not their words.
${DISCLAIMER}sources:
  - url: https://learn.microsoft.com/
    attribution: Microsoft and the contributors to MicrosoftDocs/SupportArticles-docs
    licence: CC BY 4.0
`
