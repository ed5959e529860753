/** Lines of an event-log entry that say when, where and to whom it happened, and nothing about the problem. */
const NOISE_LINE =
  /^[ \t>*-]{0,10}"?(?:Date|Time|Date and Time|Time ?Created|Time ?Generated|Time ?Written|User(?: ?Name)?|User ?Id|Computer|Machine ?Name|Host ?Name|Log ?Name|Keywords|Index|Record ?Id|Process ?Id|Thread ?Id|Installed ?(?:By|On)|Logged|OpCode|Task ?Category|(?:Event )?Category|(?:Entry|Event )?Type|Level(?:DisplayName)?|Data)"?[ \t]{0,30}[:=](?:[^\n:]|:(?=\d)){0,80}$/gim
/** What every entry ends with, in the words of several viewers. */
const BOILERPLATE = [
  /\bFor\s(?:more|additional)\s+information,?\s+(?:please\s+)?(?:see|visit)\s[^<>{}]{0,60}?https?:\/\/go\.microsoft\.com\/fwlink\/events\.asp\b\.?/gi,
  /\bEvent Xml:[^\n]*/gi,
]
/** The names of an entry's fields: every entry has them. */
const FIELD_NAME =
  /(?<![\p{L}\p{N}])(?:(?:Event\s)?(?:Type|Category|Source|ID)|Description|Task\sCategory|Log\sName|Level|Keywords|User|Computer|Date|Time|EventID|ProviderName|Message)\s{0,12}[:=]/giu
/** A hexadecimal dump, with or without its line ends: `0008: 34 2d 44 45 36 36 2d 34   4-DE66-4` */
const DUMP = /\b[\da-f]{4,8}:\s(?:[\da-f]{2}\s+){2,16}\S{0,8}|(?:\b[\da-f]{2}\s){4,16}/gi
/** Times, dates, process numbers and paths differ from system to system. */
const PLACES = [
  /\b(?:\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4})\b(?:[ ,T]+\d{1,2}:\d{2}(?::\d{2})?(?:[.:]\d{1,7})?(?: ?[AP]M)?Z?)?/gi,
  /\b\d{1,2}:\d{2}:\d{2}(?:[.:]\d{1,7})?(?: ?[AP]M)?\b/gi,
  /\{[\da-f]{8}-[\da-f-]{27}\}/gi,
  /\bS-1-5(?:-\d{1,10}){1,6}\b/gi,
  /^MSI \([cs]\) \([\da-f:]{3,12}\)(?: \[[\d:]{0,14}\])?:?/gim,
]

/** Gives what a text says of a problem, without what differs from system to system: dates, names of computers, dumps. */
export function toProblemText(text: string): string {
  return [NOISE_LINE, ...BOILERPLATE, DUMP, ...PLACES, FIELD_NAME].reduce(
    (kept, pattern) => kept.replace(pattern, ' '),
    text,
  )
}
