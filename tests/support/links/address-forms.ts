/** Paths of this site by which an article was known, with `#` for its number. */
export const PATH_FORMS: readonly string[] = [
  ...'/kb/# /kb/#/ /kb/#/// /KB/# /kb/kb# /kb/KB#/ /kb/00# /kb/Q# /kb/q0# /kb/#/en-us /kb/#/EN-US/ /kb/#/ja /kb/#/LN/'.split(
    ' ',
  ),
  ...'/kb/#/zh-hans /en-us/kb/# /EN-US/KB/#/ /kb/en-us/# /kb/#.txt /kb/#.aspx /kb/156/Q# /kb/156/Q#/'.split(' '),
  ...'/kb/#/description-of-update-rollup-4 /kb/#?wa=wsignin1.0 /kb/#. /kb/#), //kb//# /kb//#// /kb%2F# /%6Bb/# /%2FKB# /kb/%2F%2F#'.split(
    ' ',
  ),
  ...'/help/# /help/#/ /help/kb# /en-us/help/# /de-ch/help/#/description-of-update-rollup-2 /help/#/a-title/more'.split(
    ' ',
  ),
  ...'/topic/kb#-fix-error-3244c3e9-eb49-9964-ca6b-889e9fc1bad2 /topic/kb-#-how-to-67f4d9e9-51dd-69a8-57d8-6625416e3cb1'.split(
    ' ',
  ),
  ...'/en-us/topic/fix-kb#-44c66ad6-f185-4a1d-a9ab-473c1188954c /topic/may-8-2020-kb#-os-builds-19041-685 /topic/kb#'.split(
    ' ',
  ),
  ...'/default.aspx?scid=kb;en-us;# /Default.ASPX?scid=KB;#;en-us /default.aspx?scid=kb%3Ben-us%3B# /?scid=kb;de;Q#'.split(
    ' ',
  ),
  ...'/default.aspx?scid=kb;# /default.aspx?sd=tech&scid=kb;[LN];# /default.aspx?sd=tech&amp;scid=kb;en-us;kb#'.split(
    ' ',
  ),
  ...'/default.aspx%3Fscid%3Dkb%3Ben-us%3B# /default.aspx%253Fscid%253Dkb%253Ben-us%253B# /default.aspx/kb/#'.split(
    ' ',
  ),
  ...'/?kbid=# /?KBID=Q# /default.aspx?kbid=# /kb/?kbid=# /en-us/?kbid=# /?kbid=#. /kb/default.aspx?kbid=#'.split(' '),
  ...'/support/misc/kblookup.asp?ID=# /directory/article.asp?ID=KB;EN-US;q# /Feedback.aspx?kbNumber=#'.split(' '),
  ...'/support/kb/articles/Q#.asp /support/kb/articles/q#.htm /intlkb/germany/Q#.asp /KB/articles/Q#.TXT'.split(' '),
  ...'/jeffpar/kbarchive/blob/master/kb/156/Q#/README.md /kbarchive/kb/156/Q#/ /txt/156/Q#.TXT /kb_#.aspx'.split(' '),
  ...'/wiki/index.php?title=Microsoft_KB_Archive/# /wiki/index.php/Microsoft_KB_Archive/Q# /kbid=# /MSKB%20#'.split(
    ' ',
  ),
  ...'/Q# /KB# /kb-# /Q#.TXT /kb#.html /https://support.microsoft.com/kb/# /http:/support.microsoft.com/kb/#/en-us /https:/%2Fsupport.microsoft.com/kb/#'.split(
    ' ',
  ),
  ...'/http%3A%2F%2Fsupport.microsoft.com%2Fkb%2F# /https://support.microsoft.com/default.aspx?scid=kb;en-us;#'.split(
    ' ',
  ),
  ...'/web/20121010/http://support.microsoft.com/kb/# /?url=http%3A%2F%2Fsupport.microsoft.com%2Fkb%2F#&data=05'.split(
    ' ',
  ),
]

/** Digits alone name an article only as many as real numbers have. */
export const BARE_PATH_FORMS: readonly string[] = ['/#', '/#/', '/#.md', '/#/Description-Standard-Terminology.aspx']

/** Paths with the number in pieces, which only six digits and, before the change of numbers in 1994, five had. */
export const SPLIT_PATH_FORMS: readonly ((digits: string) => string)[] = [
  (digits) => `/support/kb/articles/Q${digits.slice(0, -3)}/${digits.slice(-3, -2)}/${digits.slice(-2)}.asp`,
  (digits) =>
    `/SUPPORT/KB/ARTICLES/Q${digits.slice(0, -3)}/${digits.slice(-3, -2)}/${digits.slice(-2)}.ASP?FinishURL=%2Fx`,
  (digits) => `/KB/Q${digits.slice(0, -3)}/${digits.slice(-3, -2)}/${digits.slice(-2)}.TXT`,
  (digits) => `/developr/fox/kb/q${digits.slice(0, -3)}/${digits.slice(-3, -2)}/${digits.slice(-2)}.txt`,
  (digits) => `/MISC/KB/en-us/${digits.slice(0, -3)}/${digits.slice(-3)}.HTM`,
]

/** What readers paste. Each path above with the name of a support site before it is one more. */
export const PASTED_FORMS: readonly string[] = [
  ...'# KB# Q# kb:# KBID=# kbid=# MSKB=# (KB#) kb/#.md content/kb/kb#.md kb/Q# kb.example/kb/#'.split(' '),
  ...[
    'KB #',
    'kb-#',
    'MSKB #',
    'MS KB #',
    'PSS ID Number: #',
    'ARTICLE-ID: Q#',
    ' http://support.microsoft.com/kb/# \n',
  ],
  ...'support.microsoft.com/kb/# http://www.microsoft.com/kb/# https://support2.microsoft.com/kb/#/en-us'.split(' '),
  'https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fsupport.microsoft.com%2Fkb%2F#&data=05%7C01&reserved=0',
  'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__http%3A%2F%2Fsupport.microsoft.com%2Fkb%2F#__%3B!!x&data=0',
  'https://urldefense.proofpoint.com/v2/url?u=http-3A__support.microsoft.com_kb_#&d=DwMF&c=x',
  'https://urldefense.com/v3/__http://support.microsoft.com/kb/#__;!!x',
  'https://web.archive.org/web/20121010/http://support.microsoft.com/kb/#/en-us',
  'https://web.archive.org/web/2008/support.microsoft.com/kb/#',
]

/** Names of files and archives, with five digits and more. */
export const PASTED_LONG_FORMS: readonly string[] = [
  'kb#.md',
  'Q#.TXT',
  '#.md',
  'https://www.betaarchive.com/wiki/index.php?title=Microsoft_KB_Archive/#',
  'http://kbalertz.com/#/Description-Standard-Terminology.aspx',
  'https://github.com/jeffpar/kbarchive/blob/master/kb/156/Q#/README.md',
  'https://jeffpar.github.io/kbarchive/kb/156/Q#/',
  'https://raw.githubusercontent.com/jeffpar/kbarchive/master/txt/156/Q#.TXT',
]

/** Gives every path of this site that means an article. */
export function listPaths(number: number): string[] {
  const digits = String(number)
  const whole = number >= 10_000 ? [...PATH_FORMS, ...BARE_PATH_FORMS] : PATH_FORMS
  const split = number >= 10_000 && number <= 999_999 ? SPLIT_PATH_FORMS.map((form) => form(digits)) : []
  return [...whole.map((form) => form.replace('#', digits)), ...split]
}

/** Gives every text that a reader who means an article may paste. */
export function listPastes(number: number): string[] {
  const forms = number >= 10_000 ? [...PASTED_FORMS, ...PASTED_LONG_FORMS] : PASTED_FORMS
  const urls = listPaths(number).flatMap((path) =>
    path.startsWith('//') || path.includes('://') ? [] : `https://support.microsoft.com${path}`,
  )
  return [...forms.map((form) => form.replace('#', String(number))), ...urls]
}
