/** Words that stand for whatever computer a command ran on, short names of releases and bulletins, and what is left of a number. */
const NO_NAME =
  /^(?:localhost|true|false|none|null|unknown|update|hotfix|security|todo|fyi|tia|asap|mfg|lg|vg|br|nb|ps|installed|hotfixid|source|node|csname|pscomputername|am|pm|rtm|(?:ru|ur|sp|cu)-?[1-9]\d?(?:-?v\d)?|ms\d{2}-\d{3}|b\d{4,7}|(?:kb|q)\d{5,7}(?:\b|_).*)$/i

/** Tells whether the value of a field that names a computer is none. */
export function isNoName(value: string): boolean {
  return NO_NAME.test(value)
}

/** Words that people put before a colon, or that stand alone on a line, above something that is not a computer's. */
const LABELS = new Set(
  `re fw fwd cc note notes notice info information faq link links url see source sources reference
  references important warning caution attention question answer problem issue error cause result status state action edit edited
  update updates updated hotfix hotfixes patch patches rollup rollups kb kbs article articles security exchange windows outlook office sql
  latest newest newer new next target goal final fix fixes fixed solution workaround current currently previous old now then was
  before after expected actual default wanted needed required recommended available optional mandatory missing pending ready open closed
  planned plan done failed fail pass passed bad good ok okay ko nok yes no maybe have has had need needs get install deploy apply applied
  download downloaded approved offered all both any each every everybody everything nobody none nothing neither other others server servers host hosts computer computers prereq
  prerequisite prerequisites soll ist ziel neu alt aktuell offen fehlt fehler lösung frage antwort hinweis wichtig quelle nötig`.split(
    /\s+/,
  ),
)

/** Releases, bulletins, products, processors, dates and counted parts of a text, which have digits or hyphens as names have. */
const OTHER_THINGS: readonly RegExp[] = [
  /^(?:rtm|(?:ru|ur|sp|cu)-?\d.*)$/,
  /^(?:cve|ms|adv|kba?)-?\d[\d-]*$/,
  // Fields of a mail's header, and names of fields that hold a version
  /^x-\p{L}|(?:^|[-_])(?:version|build|release|ver)(?:[-_]|$)/u,
  // Builds, but an address has four parts and none above 255
  /^(?:v|build-?|version-?)\d+(?:\.\d+)*$/,
  /^\d\.\d+(?:\.\d+)*$|^\d+(?:\.\d+){0,2}$|^\d+(?:\.\d+)*\.(?:25[6-9]|2[6-9]\d|[3-9]\d\d|\d{4,})(?:\.\d+)*$/,
  /^(?:w|win|windows)-?(?:\d.*|xp|vista|nt.*|server.*)$/,
  /^(?:e2k\d*|e20\d\d|ex(?:ch|change)?-?20\d\d(?:-?sp\d)?|server-?20\d\d(?:-?r2)?|x64|x86|ia64|amd64|\d\d-?bit)$/,
  /^(?:step|phase|option|part|stage|item|point|note|update|edit|version|release|rollup|question|answer|fix|patch|schritt|punkt|teil)[-_]?\d+$/,
  /^(?:[qa]\d|\d+(?:st|nd|rd|th))$/,
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|märz|apr(?:il)?|ma[yi]|jun[ei]?|jul[yi]?|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)[-_]?(?:\d\d){1,2}$/,
  /^\d{4}-\d\d(?:-\d\d)?$|^\d\d?-\d\d?-\d{2,4}$/,
  /^(?:to|up|end|last|first|next|pre|post|must|should|not|non|nice|follow|wsus|kb|exchange|windows|known)(?:-\p{L}+)+$/u,
]

/** Tells whether a word that stands where the name of a computer may stand, and any other word as well, is one for something else. */
export function isOtherWord(word: string): boolean {
  const name = word.toLowerCase()
  return LABELS.has(name) || OTHER_THINGS.some((thing) => thing.test(name))
}
