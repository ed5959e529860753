/** More are not said: a text that names so many products is about none of them. */
const MAX_NAMES = 20

const NAME = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:Microsoft(?:\(R\)|®)? )?(` +
    [
      String.raw`Exchange(?: Server)? (?:20\d\d|[45]\.\d)`,
      String.raw`Windows(?:\(R\)|®)? (?:NT(?: (?:Server|Workstation))? [34]\.\d{1,2}|Server(?:\(R\)|®)? 20\d\d|2000|XP|Vista|95|98|Me|[378]\.?\d?)`,
      String.raw`SQL Server (?:20\d\d|[67]\.\d)`,
      String.raw`(?:Office|Outlook|Word|Excel|Access|PowerPoint|Project|FrontPage|Publisher) (?:97|98|XP|20\d\d)`,
      String.raw`Internet Explorer \d{1,2}(?:\.\d)?`,
      String.raw`(?:Internet Information|Systems Management|SNA|Proxy|Site|Transaction|BizTalk|Commerce|ISA) Server \d(?:\.\d)?`,
      String.raw`Visual (?:Basic|C\+\+|FoxPro|J\+\+|InterDev|SourceSafe)(?: \d\.\d)`,
    ].join('|') +
    String.raw`)((?: R2)?(?: (?:SP|Service Pack) ?\d)?)(?![\p{L}\p{N}])`,
  'giu',
)

/** Lists the products that a text names with their versions, as it spells them and each once: `Exchange Server 2007 SP1`. */
export function findProductNames(text: string): readonly string[] {
  const names = new Map<string, string>()
  // A line may break within a name.
  for (const match of text.replace(/\s+/g, ' ').matchAll(NAME)) {
    const name = `${match[1]}${match[2]}`.replace(/\(R\)|®/gi, '')
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name)
    if (names.size >= MAX_NAMES) break
  }
  return [...names.values()]
}
