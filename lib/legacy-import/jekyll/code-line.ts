import {
  type CodeLanguage,
  codeLanguage,
  isCodeLine,
  isCommentLine,
  isProse,
} from '@/lib/legacy-import/shared/code-patterns'

/** Tells whether a line, without the blanks around it, is code in one of the languages of these articles. */
export function isJekyllCodeLine(text: string): boolean {
  if (isCodeLine(text) || isCommentLine(text) || LABEL_OR_MARK.test(text)) return true
  // A comment behind a statement reads like language.
  const statement = text.replace(/ '.*$|"[^"]*"/g, '')
  if (BASIC.test(text)) return !(isProse(statement) && /[a-z]{3} [a-z]{2,} [a-z]{2,}/.test(statement))
  return OTHER_CODE.test(text) && !isProse(text)
}

/**
 * Names the language of a block by the collection of the article: what looks like FoxPro or SQL is Basic in
 * `mspl13_basic`, and a line such as `LINK MAIN+SUB;` is a command, not C.
 */
export function jekyllLanguage(lines: readonly string[], collection: string | undefined): CodeLanguage | undefined {
  const filled = lines.filter((line) => line.trim() !== '')
  if (filled.every((line) => COMMAND.test(line.trim()))) return 'bat'
  const language = codeLanguage(lines)
  const isBasic = collection === 'mspl13_basic' && filled.some((line) => IS_BASIC.test(line.trim()))
  if (isBasic && (language === 'ini' || language === 'fortran')) return 'vb'
  if (language !== 'foxpro' && language !== 'sql' && language !== 'html') return language
  return collection === 'mspl13_basic' ? 'vb' : collection === 'mspl13_masm' ? 'asm' : 'c'
}

/** What neither a settings file nor Fortran has: Basic statements, calls, and names that end in the sign of their type. */
const IS_BASIC =
  /^(?:PRINT|DIM|CLS|GOSUB|LOCATE|DECLARE|TYPE|DEFINT|END (?:SUB|TYPE|FUNCTION))\b|^\w+[$%&!#]\s*=|^\w+\s*=\s*[A-Z]{3,}\$?\(/

const COMMAND =
  /^(?:[A-Z]:\\?>)?(?:BC|CL|QCL|QC|LINK|ILINK|MASM|ML|QA|LIB|BIND|N?MAKE|QB|QBX|CV|CVP|EXEMOD|EXEHDR|BUILDRTM|BASCOM|FL|PL|IMPLIB)(?: +[^ ].*|)$/i

/** Statements of the Basic dialects of that time, in capitals or after a line number, and labels. */
const BASIC =
  /^(?:\d{1,5} +)?(?:PRINT|LPRINT|INPUT|LINE INPUT|LINE \(|OPEN|CLOSE|FIELD|[LR]SET|GET|PUT|DIM|REDIM|DEF(?:INT|STR|SNG|DBL|LNG)? |DEF SEG|DECLARE|(?:END )?(?:SUB|FUNCTION|TYPE|SELECT|IF|DEF)|END$|FOR|NEXT|DO$|DO (?:WHILE|UNTIL)|LOOP|WHILE|WEND|IF|ELSE|ELSEIF|SELECT CASE|CASE|GOSUB|GOTO|RETURN|ON|COMMON|SHARED|CONST|CALL|CALLS|CHAIN|RUN|SCREEN|COLOR|CLS|LOCATE|WIDTH|VIEW|WINDOW|PSET|PRESET|CIRCLE|PAINT|DRAW|PLAY|SOUND|BEEP|POKE|OUT|RANDOMIZE|READ|DATA|RESTORE|SWAP|ERASE|STOP|SYSTEM|SHELL|KEY|REM|LET|NAME|KILL|FILES|MKDIR|CHDIR|EXIT|RESUME|ERROR|WRITE|OPTION|STATIC|BLOAD|BSAVE|CLEAR|PALETTE|TRON|TROFF|UNLOCK|LOCK|SLEEP|EVENT|TIMER|STRIG|PEN|COM|'|\$INCLUDE|\?)(?![a-z])/
const LABEL_OR_MARK = /^(?:[A-Za-z_]\w*:|[{}();]+|\d{1,5}:?|\.{2,}|[:.])$/
const OTHER_CODE =
  /^(?:\w+\s*(?:\[[^\]]*\])?\s*=[^=]|(?:\w+[.:]\s+)?(?:mov|push|pop|int|call|jmp|ret|lea|cmp|inc|dec|add|sub|xor)\b\s*\S|[\w*]+\s*\([^.]*\)\s*[;{]?$|[A-Z]+\s+(?:ENDP|PROC|SEGMENT|ENDS|EQU|MACRO|ENDM)\b|C {4,}|c {4,}|\d{1,5} {2,}\S)/
