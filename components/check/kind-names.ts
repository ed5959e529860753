import type { PasteKind } from '@/lib/check/paste'

export const KIND_NAMES: Readonly<Record<PasteKind, string>> = {
  systeminfo: 'systeminfo output',
  'wmic-qfe': 'wmic qfe output',
  'get-hotfix': 'Get-HotFix output',
  packages: 'DISM package list',
  'number-list': 'A list of KB numbers',
  'exchange-servers': 'Get-ExchangeServer output',
  'file-versions': 'Builds or file versions',
  'event-entry': 'An event log entry',
  'setup-log': 'A Setup or update log',
  'stop-screen': 'A STOP error',
  links: 'Article links',
  html: 'An HTML page or email',
  binary: 'Binary data',
}
