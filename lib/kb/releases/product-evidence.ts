import type { BuildPlace } from './build-lookup'

/** What stands beside a build when it is one of these products: their name, their programs, what they print. */
const MARKS: readonly { readonly products: RegExp; readonly mark: RegExp; readonly version: RegExp }[] = [
  {
    products: /^Exchange\b/,
    mark: /\bExchange\b|\bExSetup\b|AdminDisplayVersion|\bMSExchange|\bMicrosoft SMTP Server\b/i,
    version: /\bExchange(?: Server)?(?: \(?v?)? ?(20\d\d|[45]\.[05])\b/gi,
  },
  {
    products: /^SQL Server\b/,
    mark: /\bSQL ?Server\b|\bsqlservr\b|\bMSSQL|@@VERSION/i,
    version: /\bSQL ?Server {1,2}(20\d\d(?: R2)?|[67]\.\d)\b/gi,
  },
  {
    products: /^Windows\b/,
    mark: /\bWindows\b(?! (?:Installer|PowerShell|Media|Live|Mail|Internet Explorer))|\bWinNT\b|\bOS[ -]?(?:Version|Name)?\b|\bNT \d\.\d/i,
    version:
      /\bWindows(?: Server)?(?:\(R\)|®)? (?:Server )?(?:NT )?(20\d\d(?: R2)?|XP|Vista|NT|95|98|10|8\.1|[78]\b|[34]\.\d{1,2})/gi,
  },
  {
    products: /^Internet Explorer\b/,
    mark: /\bInternet Explorer\b|\bMSIE\b|\biexplore\b|\bIE ?\d/i,
    version: /\bInternet Explorer (\d)/gi,
  },
  { products: /^\.NET\b/, mark: /\.NET\b|\bCLR\b|\bASP\.NET/i, version: /\.NET Framework (\d(?:\.\d)?)/gi },
]
/** Other software that stands in lists of versions beside these products. */
const OTHER_SOFTWARE =
  /\b(?:Visual (?:C\+\+|Studio|Basic|J#)|PowerShell|Silverlight|SharePoint|Forefront|Office|Outlook|Backup Exec|Symantec|McAfee|Trend Micro|Kaspersky|Sophos|VMware|Adobe|Acrobat|Java|Oracle|PostgreSQL|MySQL|Apache|PHP|Perl|Python|Firefox|Mozilla|Chrome|Lotus|Citrix|Crystal Reports|BIOS|Driver|HP|Dell|Intel|Broadcom|NVIDIA|Realtek)\b/i

/**
 * Chooses the products that a build may be of. It needs the very build, a release on both sides, or the name of the product beside
 * it. Where the name of something else stands there, a release on both sides is not enough.
 */
export function choosePlaces(
  places: readonly BuildPlace[],
  context: string,
  { label, isOfNamedThing = false }: { readonly label?: string; readonly isOfNamedThing?: boolean } = {},
): BuildPlace[] {
  const named = places.filter(({ product }) => isNamedIn(product, context, label))
  if (named.length > 0) return named
  const exact = OTHER_SOFTWARE.test(context)
    ? []
    : places.filter(({ isExact, product }) => isExact && !namesOtherServer(product, context))
  if (exact.length > 0 || isOfNamedThing || label !== undefined || namesAnother(context)) return exact
  return places.filter(({ below, above }) => below !== undefined && above !== undefined)
}

/** Windows, Internet Explorer and .NET are named beside whatever runs on them. Another server is another product. */
function namesOtherServer(product: string, context: string): boolean {
  const others = MARKS.filter(({ products }) => /Exchange|SQL/.test(products.source) && !products.test(product))
  return others.some(({ mark }) => mark.test(context))
}

/** Tells whether a text names a product, and not only another version of it. A label names it for what stands around. */
export function isNamedIn(product: string, context: string, label = context): boolean {
  const known = MARKS.find(({ products }) => products.test(product))
  if (!known) return label.toLowerCase().includes(product.toLowerCase())
  if (!known.mark.test(label)) return false
  const versions = Array.from(context.matchAll(known.version), (match) => (match[1] ?? '').toLowerCase())
  return versions.length === 0 || versions.some((version) => product.toLowerCase().includes(version))
}

function namesAnother(context: string): boolean {
  return OTHER_SOFTWARE.test(context) || namesProduct(context)
}

/** Tells whether a text names one of the products that have releases. */
export function namesProduct(text: string): boolean {
  return MARKS.some(({ mark }) => mark.test(text))
}
