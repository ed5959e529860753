/**
 * Tells whether a line belongs to the page around the article: `section-end` for "Back to the top", `chrome` for
 * the rest, `undefined` for text of the article. Only whole lines count, so that no sentence is ever lost.
 */
export function chromeKind(line: string): 'section-end' | 'chrome' | undefined {
  if (line.length > LONGEST_FURNITURE) return undefined
  const text = line
    .toLowerCase()
    .replace(/^[|↑\s]+|[|↑\s]+$/g, '')
    .replace(/\s+/g, ' ')
  if (/^(?:back|return) to (?:the )?top$/.test(text)) return 'section-end'
  if (text === '' || FURNITURE.has(text.replace(/[.:]$/, ''))) return 'chrome'
  return FURNITURE_PATTERNS.some((pattern) => pattern.test(text)) ? 'chrome' : undefined
}

const LONGEST_FURNITURE = 400

/** What support pages of 2005 to 2012 and their mirrors print around an article. */
const FURNITURE = new Set([
  'help and support',
  'microsoft help and support',
  'microsoft support',
  'powered by',
  'powered by live search',
  'powered bylive search',
  'live search',
  'on this page',
  'expand all',
  'collapse all',
  'expand all | collapse all',
  'collapse all | expand all',
  'article translations',
  'article translations article translations',
  'collapse this table',
  'expand this table',
  'collapse this tableexpand this table',
  'collapse this table expand this table',
  'collapse this image',
  'expand this image',
  'collapse this imageexpand this image',
  'collapse this image expand this image',
  'view products that this article applies to',
  'copyrighted material',
  'from betaarchive wiki',
  'knowledge base',
  'microsoft knowledge base',
  'microsoft small business knowledge base',
  'detailpage-mss-kb',
  'article info',
  'provide feedback on this information',
  'did this information solve your problem?',
  'was this information relevant?',
  'was this information helpful?',
  'was this article helpful?',
  'what can we do to improve this information?',
  'to protect your privacy, do not include contact information in your feedback',
  'thank you! your feedback is used to help us improve our support content. for more assistance options, please visit the help and support home page',
  'give feedback',
  'rate this article',
  'print this page',
  'e-mail this page',
  'email this page',
  'related support centers',
  'page tools',
  'hotfix download available',
  'view and request hotfix downloads',
  'get help now',
  'contact a support professional by e-mail, online, or phone',
  'switch to advanced search',
])

const FURNITURE_PATTERNS: readonly RegExp[] = [
  /^microsoft kb archive\/\d+$/,
  /^(?:©|\(c\)|copyright) ?\d{4} microsoft\b.{0,80}$/,
  /^notice: this website is an unofficial microsoft knowledge base\b.*$/,
  // The script that filled "On This Page" is text in some extractions: loadTOCNode(1, 'summary');
  /^loadtocnode\(.{0,60}\);?$/,
]
