/** A page, and what the reader does there before it is looked at. */
export interface PageKind {
  readonly name: string
  readonly path: string
  readonly status?: 200 | 404
  /** What the reader pastes into the form of the check and sends. */
  readonly paste?: string
  /** Words of the link in the body on which the focus rests until its preview shows. */
  readonly preview?: string
}

/** What has a verdict of every sort: updates, a build, an event, a code, what was cut off and what is unknown here. */
const PASTE = `Host Name: MAIL01
Hotfix(s): 3 Hotfix(s) Installed.
           [01]: KB900001
           [02]: KB990001
           [03]: KB90
anchor.dll 5.0.250.0
Event ID: 4102
Source: HarborSetup
The file 'anchor.dll' is in use. Error code 0x80070020.`

/** One page of each kind and of each shape that looks different, in the fixture corpus. */
export const PAGE_KINDS: readonly PageKind[] = [
  { name: 'home', path: '/' },
  { name: 'an article that is superseded', path: '/kb/900001' },
  { name: 'an article with event-log entries and alerts', path: '/kb/900002' },
  { name: 'an article that is partly superseded', path: '/kb/900004' },
  { name: 'an article that is withdrawn', path: '/kb/900006' },
  { name: 'an article with dead links', path: '/kb/900007' },
  { name: 'an article with backlinks', path: '/kb/900010' },
  { name: 'the preview of a link', path: '/kb/900005', preview: '900001' },
  { name: 'an article with a nearly empty body', path: '/kb/900011' },
  { name: 'an article with a wide table and code', path: '/kb/900012' },
  { name: 'an article with text outside ASCII', path: '/kb/900013' },
  { name: 'an article with hostile text', path: '/kb/900014' },
  { name: 'a number that the collection lacks', path: '/kb/990001', status: 404 },
  { name: 'an address that leads nowhere', path: '/no-such-page', status: 404 },
  { name: 'results', path: '/search?q=outbox' },
  {
    name: 'results that are narrowed',
    path: '/search?q=harbor+-calendar&product=harbor-mail-4&kind=hotfix&verbatim=1',
  },
  { name: 'results of repaired words', path: '/search?q=mesages+outbx+restarts' },
  { name: 'results of an error code', path: '/search?q=0x80070020' },
  { name: 'results of a build', path: '/search?q=5.0.250' },
  { name: 'a number that is a slip away from others', path: '/search?q=900020' },
  { name: 'what a search takes', path: '/search' },
  { name: 'numbers that begin so', path: '/search?q=90000' },
  { name: 'no results', path: '/search?q=zzzzqqq' },
  { name: 'products', path: '/products' },
  { name: 'a product', path: '/products/harbor-mail-5' },
  { name: 'update lines', path: '/updates' },
  { name: 'an update line', path: '/updates/harbor-mail-5-updates' },
  { name: 'releases', path: '/releases' },
  { name: 'a release that no article names', path: '/releases/harbor-mail-5', status: 404 },
  { name: 'the check of a server', path: '/check' },
  { name: 'a verdict', path: '/check', paste: PASTE },
  { name: 'a verdict on a text in which nothing is known', path: '/check', paste: 'zzzzqqq' },
  { name: 'two updates compared', path: '/updates/compare?from=900001&to=900003' },
  { name: 'two updates that cannot be compared', path: '/updates/compare?from=900003&to=900001' },
  { name: 'wanted articles', path: '/wanted' },
  { name: 'the kinds of signatures', path: '/signatures' },
  { name: 'the signatures of a kind', path: '/signatures?kind=event' },
  { name: 'an error code', path: '/signatures/0x80070020' },
  { name: 'an event', path: '/signatures/event-4102' },
  { name: 'a build', path: '/signatures/5.0.202.0' },
  { name: 'a file', path: '/signatures/anchor.dll' },
  { name: 'a signature that no article mentions', path: '/signatures/0x80070005', status: 404 },
]
