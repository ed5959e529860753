import { withoutTables } from './table-rows'

/** Lines of an event-log entry that say when, where and to whom it happened, and nothing about the problem. */
const NOISE_LINE =
  /^[ \t>*-]{0,10}"?(?:Date|Time|Date and Time|Time ?Created|Time ?Generated|Time ?Written|User(?: ?Name)?|User ?Id|Computer|Machine ?Name|Host ?Name|Log ?Name|Keywords|Index|Record ?Id|Process ?Id|Thread ?Id|Installed ?(?:By|On)|Logged|OpCode|Task ?Category|(?:Event )?Category|(?:Entry|Event )?Type|Level(?:DisplayName)?|Data)"?[ \t]{0,30}[:=](?:[^\n:]|:(?=\d)){0,80}$/gim
/** What programs write below every message of theirs, in the words of several of them. */
const BOILERPLATE = [
  // Where to read more: the sentence with its address
  /\b(?:For\s(?:more|additional|further)\s+(?:information|help|details)|To\s(?:view|learn|find\sout)\smore)\b[^<>{}]{0,160}?https?:\/\/[^\s<>"]*/gi,
  /\bEvent Xml:[^\n]*/gi,
  // Whose program it is
  /(?:^|[^\n.]{0,60})(?:\bcopyright\b|\(c\)\s|©)[^\n]{0,120}/gim,
  /\ball rights reserved\b\.?/gi,
  // Where a crash was saved
  /\bA (?:full |complete |mini ?)?dump was (?:saved|not saved|written)\b[^\n]{0,80}/gi,
  // What every non-delivery report says, whatever the reason
  /\bdid not reach (?:the following|some or all of the intended) recipients?(?:\(s\))?[:.]?/gi,
  /^[^\n]{0,20}\bThe MTS-ID of the original message is\b[^\n]{0,200}/gim,
]
/** The header of a mail: who sent it by which ways, in which letters. Its subject may name the problem. */
const MAIL_HEADER = [
  /^[ \t>]{0,10}(?:From|To|Cc|Bcc|Sent|Date|Reply-To|Return-Path|Message-ID|In-Reply-To|Importance|User-Agent):[^\n]{0,400}/gim,
  /^[ \t>]{0,10}(?:Received|References|X-[A-Za-z-]{1,40}|Thread-(?:Topic|Index)):[^\n]{0,400}(?:\n[ \t]{1,8}[^\n]{1,400}){0,6}/gim,
  /\b(?:MIME-Version|Content-(?:Type|Transfer-Encoding|Disposition|Language|ID)):[^\n]{0,400}/gi,
]
/** What a processor and its memory held: it differs with each crash. */
const REGISTERS = [
  /\b(?:[ER]?(?:[ABCD]X|[SD]I|[SB]P|IP)|[CDEFGS]S|E?FL(?:A?GS|AGS)?|EFL|[ER]FLAGS|CR[0-4]|R(?:8|9|1[0-5]))[ \t]?[=:][ \t]?(?:0x)?[\da-f]{2,16}\b/gi,
  /\biopl=\d[^\n]{0,60}/gi,
  /^[ \t>]{0,10}(?:Registers|Bytes at CS:EIP|Stack dump|Call stack|Stack back trace)[: \t]{0,4}$/gim,
  /\b[\da-f]{4}:[\da-f]{8}\b/gi,
  /(?:(?<![\w.-])(?:0x)?(?=[a-f]{0,15}\d)[\da-f]{8,16}[ \t,]+){2,40}(?:0x)?[\da-f]{8,16}\b/gi,
]
/** The names of an entry's fields: every entry has them. */
const FIELD_NAME =
  /(?<![\p{L}\p{N}])(?:(?:Event\s)?(?:Type|Category|Source|ID)|Description|Task\sCategory|Log\sName|Level|Keywords|User|Computer|Date|Time|EventID|ProviderName|Message)\s{0,12}[:=]/giu
/** A hexadecimal dump, with or without its line ends: `0008: 34 2d 44 45 36 36 2d 34   4-DE66-4` */
const DUMP = /\b[\da-f]{4,8}:\s(?:[\da-f]{2}\s+){2,16}\S{0,8}|(?:\b[\da-f]{2}(?:\s|$)){4,16}/gi
/** Fields of tools that print the settings of a system, counts of tools, and enumerations of what runs on it. */
const INVENTORY = [
  /^[^\n:]{2,60}?(?: ?\.){0,30} \. ?:[^\n]{0,200}/gm,
  /^[^\n=]{1,60} = [^\n=,]{1,40},[^\n=]{1,40} = [^\n]{1,200}/gm,
  /(?:[^,\n.;:]{2,60},[ \n]){7,200}[^,\n.]{2,60}/g,
]
/** Lines of programs, and what a browser and a web server write into each line of a log. */
const CODE = [
  /^[ \t]*(?:#(?:include|define|Software|Version|Date|Fields)\b[^\n]{0,400}|[^\n]{0,200}[;{}][ \t]*)$/gim,
  /^[ \t]*(?:\w{1,30}[ *]{1,3}){1,4}\w{1,40}\([^\n()]{0,120}\)[ \t]*$/gm,
  /^[ \t]*(?:(?:CREATE|ALTER|DROP) (?:TABLE|INDEX|VIEW|PROC)|INSERT INTO|SELECT|UPDATE|DELETE FROM)\b[^\n]{0,400}|^[^\n]{0,80}\bNOT NULL\b[^\n]{0,80}$/gm,
  /\bMozilla\/\d[^\n]{0,200}/g,
  /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} [^\n]{0,80}\b(?:GET|POST|HEAD|OPTIONS|PROPFIND|SEARCH) \/[^\n]{0,400}/gm,
]
/** Every crash log of Dr. Watson has these lines, whatever crashed. */
const CRASH_LOG =
  /^[ \t>]{0,10}(?:\*-{2,}>[^\n]{0,80}|Application exception occurred:?|(?:Exception number|When|Number of Processors|Processor Type|Windows (?:NT|2000|XP)? ?Version|Current (?:Build|Type)|Service Pack|Registered (?:Organization|Owner)|function):[^\n]{0,120}|FramePtr[^\n]{0,120})/gim
/** Letters of a header that are encoded: `=?iso-8859-1?Q?Update?=`. */
const ENCODED_WORD = /=\?[\w-]{1,20}\?[BQ]\?[^?\n]{0,200}(?:\?=)?/gi
/** Times, dates, process numbers, paths and addresses differ from system to system. The name of a file stays. */
const PLACES = [
  /\b(?:https?|ftp|file|mailto):[^\s<>"]{1,2000}/gi,
  /\bwww\.[^\s<>"]{1,400}/gi,
  /(?<![\d.])(?:25[0-5]|2[0-4]\d|1?\d{1,2})(?:\.(?:25[0-5]|2[0-4]\d|1?\d{1,2})){3}(?::\d{1,5})?(?![\d.])/g,
  /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g,
  /(?:\b[a-z]:|\\)\\(?:[^\\/:*?"<>|\n]{1,80}\\){0,12}/gi,
  /\b(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})\b(?:[ ,T]+\d{1,2}:\d{2}(?::\d{2})?(?:[.:]\d{1,7})?(?: ?[AP]M)?Z?)?/gi,
  /\b\d{1,2}:\d{2}:\d{2}(?:[.:]\d{1,7})?(?: ?[AP]M)?\b/gi,
  /\{[\da-f]{8}-[\da-f-]{27}\}/gi,
  /\bS-1-5(?:-\d{1,10}){1,6}\b/gi,
  /^MSI \([cs]\) \([\da-f:]{3,12}\)(?: \[[\d:]{0,14}\])?:?/gim,
]

/** Gives what a text says of a problem, without what differs from system to system: dates, names of computers, dumps. */
export function toProblemText(text: string): string {
  return [
    ...MAIL_HEADER,
    ENCODED_WORD,
    NOISE_LINE,
    ...BOILERPLATE,
    ...INVENTORY,
    ...CODE,
    CRASH_LOG,
    ...REGISTERS,
    DUMP,
    ...PLACES,
    FIELD_NAME,
  ].reduce((kept, pattern) => kept.replace(pattern, ' '), withoutTables(text))
}
