import { isRule } from './text-line'

/** The languages that a fence may name; `undefined` is code of no language, such as a registry path. */
export type CodeLanguage = 'c' | 'vb' | 'foxpro' | 'bat' | 'ini' | 'sql' | 'asm' | 'html' | 'fortran'

/** Tells whether a line, without the blanks around it, looks like code, a command, a path or a setting. */
export function isCodeLine(line: string): boolean {
  const text = line.slice(0, LONGEST_LINE)
  if (text === '' || isRule(text) || WORDS_AND_SEMICOLON.test(text)) return false
  const isText = isProse(text)
  if (STRONG.some((pattern) => pattern.test(text))) return !isText || !SENTENCE_END.test(text)
  if (isText || ENDS_LIKE_SENTENCE.test(text)) return false
  return ANY.test(text) || Object.values(LANGUAGES).some((patterns) => patterns.some((pattern) => pattern.test(text)))
}

/** Tells whether a line is nothing but a comment of some language, a `...` or a brace: it goes with the code around it. */
export function isCommentLine(text: string): boolean {
  return COMMENT.test(text)
}

/** Names the language of a block of code by the patterns that most of its lines match. */
export function codeLanguage(lines: readonly string[]): CodeLanguage | undefined {
  const texts = lines.map((line) => line.trim().slice(0, LONGEST_LINE)).filter((line) => line !== '')
  let best: CodeLanguage | undefined
  let most = 0
  for (const language of ORDER) {
    const hits = texts.filter((text) => LANGUAGES[language].some((pattern) => pattern.test(text))).length
    if (hits > most) {
      most = hits
      best = language
    }
  }
  return most * 5 >= texts.length ? best : undefined
}

/** Tells whether a line reads like language: several small words, or a sentence. */
export function isProse(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length < 4 || isDense(text)) return false
  const small = words.filter((word) => SMALL_WORDS.has(word)).length
  if (/^(?:\/\/|\/\*|\*|'|;|#|REM\b|::|&&|--)/i.test(text)) return false
  return small >= 2 ? small * 8 >= words.length : small === 1 && SENTENCE_END.test(text) && words.length < 14
}

/** Tells whether signs of code make up much of a line. */
function isDense(text: string): boolean {
  return (text.match(/[(){}[\];=<>%|\\$@#*+&_~^]/g)?.length ?? 0) * 9 > text.length
}

/** Tells whether a line is a whole sentence by its start and its end. */
export function isSentence(text: string): boolean {
  return /^["'(]?[A-Z0-9<]/.test(text) && SENTENCE_END.test(text) && text.split(/\s+/).length >= 3
}

/** The patterns are made for lines; what stands further right tells nothing more. */
const LONGEST_LINE = 300
const SENTENCE_END = /[.?!:,]["')]*$/
const SMALL_WORDS = new Set(
  (
    'the a an is are was were be been has have had do does did not cannot can could may might must should will would to of in on at by from with ' +
    'this that these those it its you your and or but if when while which who because than then there into about only also no all any each ' +
    'The This These You It If When To In A An For There Unable Cannot Could Not No Please Are Do Is for as click using use used'
  ).split(' '),
)

/** `link library SNATRC.DLL.` is the end of a sentence, not a command. */
const ENDS_LIKE_SENTENCE = /^\S+ \S+ .*[A-Za-z]{2}\.$/
/** A phrase that ends in a semicolon is a part of a list in words. */
const WORDS_AND_SEMICOLON = /^[A-Z]?[a-z]+(?: [A-Za-z][a-z]*){2,};$/

const COMMENT = /^(?:\/\/|\/\*|\*\/|\*(?:[\s:!*-]|$)|'|;|REM\b|rem\b|&&|<!--|-->|\.{2,}$|[.:]$|[{}]$|\[\.\.\.\]$)/

/** These stand for code even where the line holds words of language. */
const STRONG = [
  /^(?:\/\/|\/\*|\*\/|\*[!:]|\*--|&&|<%|%>|<!--)/,
  /^;\s+\S/,
  /^'\s*[\w(=*-].*[^'.]$/,
  /^'.*[^']$/,
  /^#\s*(?:include|define|undef|ifn?def|if|else|elif|endif|pragma|error)\b/,
  /[;{}]\s*(?:\/\/.*|\/\*.*)?$/,
  /\s_$/,
  /;\\$/,
  /^\[?(?:HKEY_[A-Z_]+|HKLM|HKCU|HKCR|HKU)(?:[\\/\]]|$)/,
  /^(?:[A-Za-z]:\\?[^\s:]*>|C>)\s*\S/,
  /^@?(?:rem|REM)\s/,
  /&&\s/,
]

/** Signs of code that belong to no language in particular. */
const ANY = new RegExp(
  [
    '^(?:[A-Za-z]:\\\\|\\\\\\\\[\\w<%.-]+\\\\?|%\\w+%\\\\|<[\\w ]+>:?\\\\|\\\\[\\w<%]+\\\\|\\.\\.?\\\\)\\S*(?: \\S+){0,5}$',
    '^(?:SYSTEM|SOFTWARE|Software|System)\\\\',
    '^"?[\\w.]+"?=(?:dword|hex|"|@)',
    '^(?:Value(?: Name)?|Data(?: Type)?|Value Type|Data Value|Key(?: Name)?|Subkey|Type|Data Range|Default|Class|String|Radix|Options) ?:\\s*(?:REG_|0x|\\d|[\\w.]+$|HKEY|\\\\|$)',
    '\\bREG_(?:SZ|DWORD|BINARY|MULTI_SZ|EXPAND_SZ)\\b',
    '^[\\w.]+(?:->|::|\\.)?[\\w.:>-]*\\([^()]*(?:\\([^()]*\\)[^()]*)*\\)\\s*$',
    '^=\\s?\\w+\\(',
    '^[A-Za-z_][\\w.$%&!#()\\[\\]"\'*+>-]*(?: \\w+)?\\s*(?:[-+*/|&]|:)?=\\s*\\S',
    '^(?:[0-9A-Fa-f]{2,4}[:-]?[0-9A-Fa-f]{4,8}|[0-9A-Fa-f]{4,8})[:\\s]\\s*(?:[0-9A-Fa-f]{2,8}[\\s-]){3,}',
    '^[0-9a-f]{8} [0-9a-f]{2,}|^\\w+!\\w+(?:\\+0x|$)',
    '^(?:e?[abcd]x|e[sdi][pi]|eip|cs|ds)=[0-9a-f]+',
    '^[A-Z0-9_~$!-]{1,8}\\s+[A-Z0-9_]{0,3}\\s+[\\d,]+\\s+\\d\\d?-\\d\\d-\\d\\d',
    '^Volume (?:in|Serial)|^Directory of |^\\d+ [Ff]ile\\(s\\)',
    '^</?[A-Za-z]+(?: [^<>]*=[^<>]*)?/?>$',
  ].join('|'),
)

const LANGUAGES: Readonly<Record<CodeLanguage, readonly RegExp[]>> = {
  c: [
    /^#\s*(?:include|define|undef|ifn?def|if|else|elif|endif|pragma|error)\b/,
    /[;{}]\s*(?:\/\/.*|\/\*.*)?$/,
    /^(?:\/\/|\/\*|\*\/|[{}])/,
    /^(?:void|int|char|long|short|unsigned|signed|float|double|static|extern|const|struct|class|typedef|enum|union|BOOL|DWORD|HRESULT|LRESULT|HWND|WORD|LPSTR|public:|private:|protected:|template|virtual|inline)\b.*[(;{,*]/,
    /^(?:if|while|for|switch|return|else if)\s?\(.*\)?\s*[{;]?$/,
    /^(?:BEGIN|END|ON)_(?:MESSAGE|MSG|WM|COM|INTERFACE)\w*\(/,
    /^(?:case \w+|default)\s?:$/,
  ],
  vb: [
    /^'/,
    /\s_$/,
    /^(?:Private|Public|Global|Static|Friend)?\s*(?:Sub|Function|Property (?:Get|Let|Set)|Type|Const|Declare|Enum|Event)\s+\w+/,
    /^(?:Dim|ReDim)\s+\w+|^(?:Private|Public|Global|Static)\s+(?:\w+(?:\(.*\))?\s+As\b|\w+\()/,
    /^\.[A-Z]\w+(?:\.|\s|\(|$)|^[a-z]\w*\.[A-Z]\w+$|^\w*[\w)]\.[A-Z]\w*(?:\.\w+)*\s+(?=.*["(),&=])[^.]*[^.:]$/,
    /^End\s+(?:Sub|Function|If|Select|Type|With|Property|Enum)\b|^End$/,
    /^(?:If\b.*\bThen|ElseIf\b.*\bThen|Else|For\s+(?:Each\s+)?\w+.*(?:=.*\bTo\b|\bIn\b).*|Next(?:\s+\w+%?)?|Do(?:\s+(?:While|Until)\b.*)?|Loop(?:\s+(?:While|Until)\b.*)?|While\s+\S.*|Wend|Select Case\b.*|Case\s+\S+.*|With\s+[\w.]+|Exit (?:Sub|Function|Do|For))$/,
    /^(?:Set|Let)\s+[\w.()"]+\s*=/,
    /^(?:Call\s+[\w.]+(?:\(.*)?|On (?:Local )?Error\b.*|Resume(?: Next)?|Option (?:Explicit|Base.*|Compare.*)|MsgBox\b.*|Debug\.Print\b.*|Print\s?[#"].*|Close\s?#\d.*|Open\s+\S+\s+For\s.*|GoTo\s+\w+|Unload\s+\w+|Load\s+\w+|Attribute VB_.*|DoCmd\b.*|SendKeys\s.*)$/,
    /^(?:Response|Server|Request|Session|Application|Me|Form\d|rs|db|oConn|oRS|conn|cn|con)\.\w+/,
    /^(?:CLS|PRINT "|DECLARE SUB|DECLARE FUNCTION|DEFINT|LOCATE \d|\$INCLUDE|CONST \w+ =|DIM \w+)/,
  ],
  foxpro: [
    /;$/,
    /^(?:\*(?:[\s:!*]|$)|&&)/,
    /^(?:SET|USE|SELECT|SELE|REPLACE|REPL|STORE|DEFINE|DEFI|ACTIVATE|ACTI|DEACTIVATE|RELEASE|CLEAR|CLOSE|DO|ENDDO|ENDIF|ENDCASE|ENDFOR|ENDSCAN|ENDTEXT|ENDWITH|ENDPROC|ENDFUNC|ENDDEFINE|ENDPRINTJOB|IF|ELSE|CASE|OTHERWISE|FOR|NEXT|SCAN|LOCATE|SEEK|SKIP|GO|GOTO|APPEND|APPE|BROWSE|BROW|CREATE|CREA|INDEX|REINDEX|PACK|ZAP|COPY|DELETE|RECALL|PROCEDURE|FUNCTION|PARAMETERS?|LPARAMETERS?|PUBLIC|PRIVATE|LOCAL|DIMENSION|DECLARE|RETURN|RETRY|ON|WAIT|KEYBOARD|PUSH|POP|SHOW|HIDE|MODIFY|MODI|REPORT|LABEL|TEXT|QUIT|CANCEL|READ|GATHER|SCATTER|SUM|COUNT|CALCULATE|EXTERNAL|MOVE|SIZE|COMPILE|BUILD|DISPLAY|LIST|SAVE|RESTORE|RUN|TYPE|OPEN|INSERT|UPDATE|UNLOCK|EXIT|LOOP|WITH)(?:\s+[^.]{0,200}|)$/,
    /^(?:Define|Set|Use|Select|Replace|Store|Do|Wait|Create|Append|Browse|Modify|Index)\s+(?:PAD|POPUP|BAR|MENU|WINDOW|TALK|ORDER|FILTER|RELATION|DATABASE|TABLE|CURSOR|FORM|REPORT|COMMAND|BLANK|WHILE|CASE)\b/i,
    /^(?:THIS|ThisForm|THISFORM|This)\.\w+/,
    /^=\s?\w+\(/,
    /^[@?]{1,2}\s*[\w"'(]+/,
    /^\w+\s*=\s*\.[TFN]\./i,
  ],
  bat: [
    /^(?:[A-Za-z]:\\?[^\s:]*>|C>)\s*\S/,
    /^@?(?:echo|rem)\b/i,
    /^(?:copy|xcopy|del|erase|ren|rename|md|mkdir|rd|rmdir|cd|chdir|dir|attrib|format|fdisk|sys|chkdsk|scandisk|defrag|diskcopy|expand|extract|regsvr32|net|netsh|ping|ipconfig|route|arp|nbtstat|tracert|nslookup|telnet|ftp|at|cacls|subst|label|loadhigh|lh|mem|smartdrv|share|emm386|himem|nmake|cl|link|lib|ml|masm|rc|midl|bcp|isql|osql|eseutil|isinteg|edbutil|goto|call|if|for|pause|cls|type|edit|start|regedit|regedt32|rundll32|cscript|wscript|winnt|winnt32|setup|ntbackup|mode|path|prompt|set|win|rdisk|convert|dcpromo|nltest|netdom|ldifde|csvde|debug|command|keyb|undelete|deltree|move|fc|find|sort|more|tree|verify|exit)(?:\.exe|\.com)?(?:\s+(?=.*[\\/:.*<>%|&"\d=-])\S.*|)$/,
    /^(?:COPY|XCOPY|DEL|REN|MD|CD|DIR|ATTRIB|FORMAT|FDISK|SYS|EXPAND|NET|CHKDSK|SMARTDRV|LH|LOADHIGH|DISKCOPY|DEBUG|MEM|CL|LINK|MODE|SET|PATH|CALL|IF|FOR|GOTO)\s+(?=.*[\\/:.*<>%"\d=-])\S.*$/,
    /^(?:net (?:use|view|start|stop|user|share|send|time|session|accounts|config|localgroup|group|print|name|file)\b.*)$/i,
    /^[\w.\\:-]+\.(?:exe|com|bat|cmd)(?:\s+[/"<%\\-].*)$/i,
    /^[\w-]+\s+[/-]\w(?:[\s:].*)?$/,
    /^:\w+$/,
    /^(?:EHLO|HELO|MAIL FROM|RCPT TO|QUIT$|DATA$)/,
  ],
  ini: [
    /^\[[^\]]+\]$/,
    /^(?:device|devicehigh|shell|dos|files|buffers|lastdrive|stacks|fcbs|install|load|run|menuitem|menudefault|submenu|include)\s*=/i,
    /^[A-Za-z0-9_][\w. $%&*-]{0,40}=(?!=)\S?/,
    /^"[^"]+"\s*=\s*\S/,
  ],
  sql: [
    /^(?:SELECT|INSERT(?: INTO)?|UPDATE|DELETE FROM|CREATE (?:TABLE|PROC|PROCEDURE|VIEW|INDEX|TRIGGER|DATABASE)|DROP (?:TABLE|PROC|VIEW|INDEX|DATABASE)|ALTER (?:TABLE|DATABASE)|EXEC(?:UTE)?|DECLARE @|GRANT|REVOKE|FROM|WHERE|ORDER BY|GROUP BY|HAVING|INNER JOIN|LEFT (?:OUTER )?JOIN|BEGIN TRAN|COMMIT|ROLLBACK|DBCC|RESTORE|BACKUP|WAITFOR|RAISERROR|VALUES|UNION)\b.*[^.]$/,
    /^(?:select\s.*\bfrom\b|insert(?: into)?\s+\S+\s*(?:values|\()|update\s+\S+\s+set\b|delete\s+(?:from\s+)?\S+\s+where\b|create\s+(?:table|proc|procedure|view|trigger|index|unique|database)\s+\S+|drop\s+(?:table|proc|view|index|database)\s+\S+|exec(?:ute)?\s+\S+|declare\s+@|use\s+\w+$|go$|GO$|print\s+['"@]|set\s+(?:nocount|rowcount|quoted_identifier|ansi_\w+|identity_insert)\b|where\s+\w+\s*[=<>]|from\s+\w+(?:\s*,|$)|order by\s|group by\s|sp_\w+|xp_\w+|dbcc\s)/,
  ],
  asm: [
    /^(?:\w+:\s+)?(?:mov|push|pop|call|jmp|j[a-z]{1,3}|int|ret[fn]?|xor|and|or|add|sub|mul|div|cmp|test|lea|inc|dec|shl|shr|rep|lods[bw]|stos[bw]|movs[bwx]|cli|sti|in|out|nop|db|dw|dd|org|assume|invoke|endp|ends|end)\s+(?=[^a-z\s]|[a-z]{1,3}[\s,[]|\w+$|\w+[,[:+]|offset|byte|word|dword|ptr)[^.]*$/i,
    /^\w+\s+(?:SEGMENT|ENDS|PROC|ENDP|GROUP|EQU|DB|DW|DD|LABEL|MACRO|STRUC|segment|ends|proc|endp|group|equ|db|dw|dd|label|macro|struc)\b/,
    /^\.(?:model|code|data|stack|386|486|286|startup|exit|MODEL|CODE|DATA|STACK)\b/,
    /^(?:PUBLIC|EXTRN|ASSUME|EXTERN|public|extrn|assume)\s+\w+\s?[:,]/,
  ],
  html: [
    /^<\/?(?:html|head|body|title|p|br|hr|table|tr|td|th|form|input|select|option|textarea|script|object|param|applet|embed|frame|frameset|iframe|a|img|font|center|h\d|ul|ol|li|div|span|style|link|meta|base|b|i|pre|noframes|server)\b[^>]*>?/i,
    /^(?:<%|%>|<!--|-->|<\?xml|<xsl:|<xml)/i,
    /<\/(?:html|head|body|title|p|table|tr|td|form|select|script|object|a|font|center|h\d|b|i|div|span)>\s*$/i,
  ],
  fortran: [
    /^(?:\d+\s+)?(?:INTEGER(?:\*\d)?|REAL(?:\*\d)?|DOUBLE PRECISION|CHARACTER(?:\*\d+)?|LOGICAL(?:\*\d)?|COMPLEX|SUBROUTINE|PROGRAM|DIMENSION|COMMON|DATA|IMPLICIT|INTERFACE TO|WRITE ?\(|READ ?\(|FORMAT ?\(|CONTINUE|STOP$|END$|ENDDO|RETURN$|INCLUDE ')/,
    /^(?:integer|real|character|subroutine|program|logical|interface to|write ?\(|read ?\(|implicit none|continue)\b/,
  ],
}

/** Of two languages with equally many hits the first wins: the narrow ones come before the broad ones. */
const ORDER: readonly CodeLanguage[] = ['html', 'asm', 'fortran', 'vb', 'c', 'foxpro', 'sql', 'bat', 'ini']
