/**
 * Generally known builds of releases and service packs, checked against articles of the archive such as Q158530 and Q232063.
 * Builds between them come from the collection.
 */
export const KNOWN_BUILDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Exchange Server 4.0': {
    'Service Pack 2': '4.0.993',
    'Service Pack 3': '4.0.994',
    'Service Pack 4': '4.0.995',
    'Service Pack 5': '4.0.996',
  },
  'Exchange Server 5.0': { Release: '5.0.1457', 'Service Pack 1': '5.0.1458', 'Service Pack 2': '5.0.1460' },
  'Exchange Server 5.5': {
    Release: '5.5.1960',
    'Service Pack 1': '5.5.2232',
    'Service Pack 2': '5.5.2448',
    'Service Pack 3': '5.5.2650',
    'Service Pack 4': '5.5.2653',
  },
  'Exchange 2000 Server': {
    Release: '6.0.4417',
    'Service Pack 1': '6.0.4712',
    'Service Pack 2': '6.0.5762',
    'Service Pack 3': '6.0.6249',
  },
  'Exchange Server 2003': { Release: '6.5.6944', 'Service Pack 1': '6.5.7226', 'Service Pack 2': '6.5.7638' },
  'Exchange Server 2007': {
    Release: '8.0.685',
    'Service Pack 1': '8.1.240.6',
    'Service Pack 2': '8.2.176.2',
    'Service Pack 3': '8.3.83.6',
  },
  'SQL Server 7.0': {
    Release: '7.0.623',
    'Service Pack 1': '7.0.699',
    'Service Pack 2': '7.0.842',
    'Service Pack 3': '7.0.961',
    'Service Pack 4': '7.0.1063',
  },
  'SQL Server 2000': {
    Release: '8.0.194',
    'Service Pack 1': '8.0.384',
    'Service Pack 2': '8.0.532',
    'Service Pack 3': '8.0.760',
    'Service Pack 4': '8.0.2039',
  },
  'Windows 95': { Release: '4.0.950', 'OEM Service Release 2': '4.0.1111' },
  'Windows 98': { Release: '4.10.1998', 'Second Edition': '4.10.2222' },
  'Windows NT 3.51': { Release: '3.51.1057' },
  'Windows NT 4.0': { Release: '4.0.1381' },
  'Windows 2000': { Release: '5.0.2195' },
  'Windows XP': { Release: '5.1.2600' },
  'Windows Server 2003': { Release: '5.2.3790' },
}
