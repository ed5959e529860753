// @ts-check
// What the framework writes into a page for its client, which this site does not send (docs/decisions/0039). What it writes
// otherwise in another version, tests/unit/server/framework-output.test.ts and every-page.spec.ts notice.

/** Only the text between these is not made by the framework: article facts, and the scripts of browser/. */
const OWN_SCRIPT = /^<script (?:type="application\/ld\+json"|(?:type="module" )?src="\/assets\/)/
/** Marks by which React would find its way through the markup: a boundary that is complete, and two texts side by side. */
const MARKS = /<!--\$-->|<!--\/\$-->|<!-- -->/g
/** Fetches a script that is not on the page any more, and holds what the metadata left. */
const LEFTOVERS = /<link rel="preload" as="script"[^>]*>|<div hidden="">(?:<!--\/?\$-->)*<\/div>/g
/** What the page says about itself to the edge, by `app/layout.tsx`, `app/article-page.tsx` and `page-status.tsx`. */
const MARK = /<meta name="kb-(index|file|status)" content="([^"]*)"\/>/g
/** The framework puts these before or after the metadata, whichever is ready first. */
const UNORDERED = /<link rel="(?:alternate" type="application\/atom\+xml|search)"[^>]*\/>/g
/** A part of the page that only the framework's client would put in its place. */
const UNFINISHED = /<template\b|<!--\$[?!]-->|<div hidden="" id="S:/
/** A page whose content only the framework's client would make: a fault, or something missing. */
const ERROR_PAGE = '<html id="__next_error__">'

/**
 * Takes the framework's client and its payload out of a page, and what the page says about itself, encoded for a header. Gives `undefined` for a page that is nothing without it. Throws for
 * one of a form that this does not know, so that no reader gets half a page.
 *
 * @param {string} page
 */
export function takeOutFramework(page) {
  if (page.includes(ERROR_PAGE)) return undefined
  const parts = []
  let at = 0
  for (;;) {
    const start = page.indexOf('<script', at)
    if (start < 0) break
    const end = page.indexOf('</script>', start)
    if (end < 0) throw new Error('A script of the page does not end.')
    const next = end + '</script>'.length
    parts.push(page.slice(at, OWN_SCRIPT.test(page.slice(start, start + 80)) ? next : start))
    at = next
  }
  parts.push(page.slice(at))
  /** @type {Record<string, string>} */
  const marks = {}
  /** @type {string[]} */
  const unordered = []
  const html = parts
    .join('')
    .replace(UNORDERED, (link) => {
      unordered.push(link)
      return ''
    })
    .replace('</head>', () => `${unordered.sort().join('')}</head>`)
    .replace(LEFTOVERS, '')
    .replace(MARKS, '')
    .replace(MARK, (_, name, value) => {
      marks[name] = encodeURIComponent(readValue(value))
      return ''
    })
  if (UNFINISHED.test(html)) throw new Error('The framework left a part of the page to its client.')
  return { html, marks }
}

const CHARACTERS = new Map([
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
  ['&lt;', '<'],
  ['&gt;', '>'],
])

/** Reads the value of an attribute as React writes it. @param {string} value */
function readValue(value) {
  return value.replace(/&(?:amp|quot|#x27|lt|gt);/g, (entity) => CHARACTERS.get(entity) ?? entity)
}
