import type { PasteKind } from '@/lib/check/paste'

/** What each kind of paste is called in a sentence. */
export const KIND_NAMES: Readonly<Record<PasteKind, string>> = {
  systeminfo: 'The output of systeminfo',
  'wmic-qfe': 'The output of wmic qfe',
  'get-hotfix': 'The output of Get-HotFix',
  'number-list': 'A list of numbers',
  'exchange-servers': 'The output of Get-ExchangeServer',
  'file-versions': 'Builds or file versions',
  'event-entry': 'An entry of an event log',
  'setup-log': 'The log of a setup program',
  'stop-screen': 'A stop screen',
  links: 'Addresses of articles',
  html: 'A page or an e-mail in HTML',
  binary: 'Bytes that are no text',
}
