// The file is long because it is data: the rows of one reviewed table with their sources, no rules.

/** A product in one version: how articles name its releases, and the build of each release. */
export interface ReleaseFamily {
  readonly name: string
  /** Other spellings, as `normalizeRelease` gives them. */
  readonly spellings?: readonly string[]
  /** Service packs. */
  readonly packs?: readonly string[]
  /** Service releases. */
  readonly serviceReleases?: readonly string[]
  /** True for a product whose releases were not reviewed in sentences of articles. It is known by its builds only. */
  readonly isKnownByBuildOnly?: boolean
  /** The builds of its releases by name, oldest first. A build of three numbers stands for all that begin with it. */
  readonly builds?: Readonly<Record<string, string>>
}

/**
 * The one table of releases.
 *
 * Names: each spelling was taken from sentences such as `This problem was first corrected in ...` and is listed only where those
 * sentences leave no doubt. `npm run releases:unknown` lists the names that the table lacks.
 *
 * Builds, with their sources:
 * - Exchange Server: github.com/MicrosoftDocs/OfficeDocs-Exchange, build-numbers-and-release-dates.md. It writes 6.5.7683 for
 *   Exchange Server 2003 SP2, where servers report 6.5.7638.
 * - Windows up to Server 2003: generally known, compared with articles of the archive that state them, such as Q232063.
 * - SQL Server: learn.microsoft.com/troubleshoot/sql/releases/download-and-install-latest-updates; 2012 and the service packs of
 *   2008 R2: gist.github.com/indented-automation/b01fbefd57b17e04f1c950f7485ef840
 * - Windows from Vista on: github.com/hfiref0x/SyscallTables, README.md, and gist.github.com/mxpv/2935584
 * - Internet Explorer: support.microsoft.com/kb/969393; version 9 as it reports itself
 * - .NET Framework: support.microsoft.com/kb/318785; version 4.5 as its setup registers itself
 */
export const RELEASE_FAMILIES: readonly ReleaseFamily[] = [
  {
    name: 'Windows NT 4.0',
    spellings: [
      'windows nt server 4.0',
      'windows nt workstation 4.0',
      'windows nt workstation or server 4.0',
      'windows nt workstation and server 4.0',
      'windows nt workstation and windows nt server 4.0',
      'winnt 4.0',
      'nt 4.0',
    ],
    packs: ['1', '2', '3', '4', '5', '6', '6a'],
    builds: { Release: '4.0.1381' },
  },
  {
    name: 'Windows NT Server 4.0, Terminal Server Edition',
    spellings: [
      'windows nt 4.0 server terminal server edition',
      'windows nt 4.0 terminal server edition',
      'terminal server edition',
      'tse',
    ],
    packs: ['4', '5', '6'],
  },
  {
    name: 'Windows NT 3.51',
    spellings: [
      'windows nt server 3.51',
      'windows nt workstation 3.51',
      'windows nt workstation or server 3.51',
      'windows nt workstation and server 3.51',
      'windows nt workstation and windows nt server 3.51',
    ],
    packs: ['1', '2', '3', '4', '5'],
    builds: { Release: '3.51.1057' },
  },
  {
    name: 'Windows NT 3.5',
    spellings: [
      'windows nt server 3.5',
      'windows nt workstation 3.5',
      'windows nt workstation or server 3.5',
      'windows nt workstation and server 3.5',
      'windows nt workstation and windows nt server 3.5',
    ],
    packs: ['1', '2', '3'],
  },
  { name: 'Windows 2000', packs: ['1', '2', '3'], builds: { Release: '5.0.2195' } },
  { name: 'Windows 98', builds: { Release: '4.10.1998', 'Second Edition': '4.10.2222' } },
  { name: 'Windows for Workgroups 3.11' },
  { name: 'Windows 3.1' },
  { name: 'MS-DOS 6.2' },
  {
    name: 'Exchange Server 2007',
    packs: ['1', '2', '3'],
    builds: {
      Release: '8.0.685',
      'Update Rollup 1': '8.0.708.3',
      'Update Rollup 2': '8.0.711.2',
      'Update Rollup 3': '8.0.730.1',
      'Update Rollup 4': '8.0.744.0',
      'Update Rollup 5': '8.0.754.0',
      'Update Rollup 6': '8.0.783.2',
      'Update Rollup 7': '8.0.813.0',
      'Service Pack 1': '8.1.240.6',
      'Update Rollup 1 for Service Pack 1': '8.1.263.1',
      'Update Rollup 2 for Service Pack 1': '8.1.278.2',
      'Update Rollup 3 for Service Pack 1': '8.1.291.2',
      'Update Rollup 4 for Service Pack 1': '8.1.311.3',
      'Update Rollup 5 for Service Pack 1': '8.1.336.1',
      'Update Rollup 6 for Service Pack 1': '8.1.340.1',
      'Update Rollup 7 for Service Pack 1': '8.1.359.2',
      'Update Rollup 8 for Service Pack 1': '8.1.375.2',
      'Update Rollup 9 for Service Pack 1': '8.1.393.1',
      'Update Rollup 10 for Service Pack 1': '8.1.436.0',
      'Service Pack 2': '8.2.176.2',
      'Update Rollup 1 for Service Pack 2': '8.2.217.3',
      'Update Rollup 2 for Service Pack 2': '8.2.234.1',
      'Update Rollup 3 for Service Pack 2': '8.2.247.2',
      'Update Rollup 4 for Service Pack 2': '8.2.254.0',
      'Update Rollup 5 for Service Pack 2': '8.2.305.3',
      'Service Pack 3': '8.3.83.6',
      'Update Rollup 1 for Service Pack 3': '8.3.106.2',
      'Update Rollup 2 for Service Pack 3': '8.3.137.3',
      'Update Rollup 3 for Service Pack 3': '8.3.159.2',
      'Update Rollup 4 for Service Pack 3': '8.3.192.1',
      'Update Rollup 5 for Service Pack 3': '8.3.213.1',
      'Update Rollup 6 for Service Pack 3': '8.3.245.2',
      'Update Rollup 7 for Service Pack 3': '8.3.264.0',
      'Update Rollup 8 for Service Pack 3': '8.3.279.3',
      'Update Rollup 8-v2 for Service Pack 3': '8.3.279.5',
      'Update Rollup 8-v3 for Service Pack 3': '8.3.279.6',
      'Update Rollup 9 for Service Pack 3': '8.3.297.2',
      'Update Rollup 10 for Service Pack 3': '8.3.298.3',
      'Update Rollup 11 for Service Pack 3': '8.3.327.1',
      'Update Rollup 12 for Service Pack 3': '8.3.342.4',
      'Update Rollup 13 for Service Pack 3': '8.3.348.2',
      'Update Rollup 14 for Service Pack 3': '8.3.379.2',
      'Update Rollup 15 for Service Pack 3': '8.3.389.2',
      'Update Rollup 16 for Service Pack 3': '8.3.406.0',
      'Update Rollup 17 for Service Pack 3': '8.3.417.1',
      'Update Rollup 18 for Service Pack 3': '8.3.445.0',
      'Update Rollup 19 for Service Pack 3': '8.3.459.0',
      'Update Rollup 20 for Service Pack 3': '8.3.468.0',
      'Update Rollup 21 for Service Pack 3': '8.3.485.1',
      'Update Rollup 22 for Service Pack 3': '8.3.502.0',
      'Update Rollup 23 for Service Pack 3': '8.3.517.0',
    },
  },
  {
    name: 'Exchange 2000 Server',
    spellings: ['exchange 2000'],
    packs: ['1', '2', '3'],
    builds: {
      Release: '6.0.4417',
      'Service Pack 1': '6.0.4712',
      'Service Pack 2': '6.0.5762',
      'Service Pack 3': '6.0.6249',
    },
  },
  {
    name: 'Exchange Server 5.5',
    spellings: ['exchange 5.5'],
    packs: ['1', '2', '3', '4'],
    builds: {
      Release: '5.5.1960',
      'Service Pack 1': '5.5.2232',
      'Service Pack 2': '5.5.2448',
      'Service Pack 3': '5.5.2650',
      'Service Pack 4': '5.5.2653',
    },
  },
  {
    name: 'Exchange Server 5.0',
    spellings: ['exchange 5.0', 'exchange 5.0 server'],
    packs: ['1', '2'],
    builds: { Release: '5.0.1457', 'Service Pack 1': '5.0.1458', 'Service Pack 2': '5.0.1460' },
  },
  {
    name: 'Exchange Server 4.0',
    spellings: ['exchange 4.0', 'exchange 4.0 server'],
    packs: ['1', '2', '3', '4', '5'],
    builds: {
      Release: '4.0.837',
      'Service Pack 1': '4.0.838',
      'Service Pack 2': '4.0.993',
      'Service Pack 3': '4.0.994',
      'Service Pack 4': '4.0.995',
      'Service Pack 5': '4.0.996',
    },
  },
  {
    name: 'Systems Management Server 2.0 Service Pack 4 Hotfix Rollup Package',
    spellings: ['systems management server 2.0 sp4 hotfix rollup package', 'systems management server 2.0 sp4 hrp'],
  },
  { name: 'Systems Management Server 2.0', spellings: ['sms 2.0'], packs: ['1', '2', '3', '4'] },
  { name: 'Systems Management Server 1.2', spellings: ['sms 1.2'], packs: ['1', '2', '3', '4'] },
  { name: 'Systems Management Server 1.1', spellings: ['sms 1.1'], packs: ['1'] },
  { name: 'SNA Server 4.0', packs: ['1', '2', '3', '4'] },
  { name: 'SNA Server 3.0', packs: ['1', '2', '3', '4'] },
  { name: 'SNA Server 2.11', spellings: ['sna server for windows nt 2.11'], packs: ['1', '2'] },
  {
    name: 'SQL Server 2000',
    packs: ['1', '2'],
    builds: {
      Release: '8.0.194',
      'Service Pack 1': '8.0.384',
      'Service Pack 2': '8.0.532',
      'Service Pack 3': '8.0.760',
      'Service Pack 4': '8.0.2039',
    },
  },
  {
    name: 'Microsoft Data Access Components 2.6',
    spellings: ['data access components 2.6', 'mdac 2.6'],
    packs: ['1', '2'],
  },
  {
    name: 'Microsoft Data Access Components 2.5',
    spellings: ['data access components 2.5', 'mdac 2.5'],
    packs: ['1', '2'],
  },
  { name: 'Microsoft Jet 4.0', spellings: ['jet 4.0'], packs: ['3', '4', '5'] },
  { name: 'Internet Explorer 4.01', packs: ['1', '2'] },
  { name: 'Office XP', packs: ['1', '2'] },
  { name: 'Office 2000', packs: ['2'], serviceReleases: ['1', '1a'] },
  { name: 'Office 97', serviceReleases: ['1', '2'] },
  { name: 'Word 2000' },
  { name: 'Word 97', serviceReleases: ['1', '2'] },
  { name: 'PowerPoint 97' },
  { name: 'FrontPage 98' },
  { name: 'Outlook 98' },
  { name: 'Visual Studio 6.0', packs: ['1', '2', '3', '4', '5'] },
  { name: 'Visual Studio 97', packs: ['1', '2', '3'] },
  { name: 'Visual C++ .NET', spellings: ['visual c++ .net'] },
  { name: 'Visual C++ 6.0', packs: ['5'] },
  { name: 'Visual C++ 5.0', spellings: ['visual c++ enterprise edition 5.0'] },
  ...['4.2', '4.1', '4.0', '2.2', '2.1', '2.0'].map((version) => ({
    name: `Visual C++ ${version}`,
    spellings: [`visual c++ 32-bit edition ${version}`, `visual c++ 32- bit edition ${version}`],
  })),
  { name: 'Visual Basic 6.0' },
  { name: 'Visual Basic 5.0' },
  { name: 'Visual Basic 4.0' },
  { name: 'Visual Basic 3.0' },
  { name: 'Visual FoxPro 7.0', packs: ['1'] },
  { name: 'Visual FoxPro 6.0' },
  { name: 'Visual FoxPro 5.0a' },
  { name: 'Visual FoxPro 5.0' },
  { name: 'Visual FoxPro 3.0b', spellings: ['foxpro 3.0b'] },
  { name: 'Visual SourceSafe 6.0' },
  { name: 'Visual SourceSafe 5.0' },
  { name: 'Visual SourceSafe 4.0' },
  { name: 'MASM 6.11' },
  { name: 'MASM 6.1' },
  { name: 'MASM 6.0a', spellings: ['masm 6.00a'] },
  { name: 'MASM 6.0', spellings: ['masm 6.00'] },
  { name: 'MASM 5.1a', spellings: ['masm 5.10a'] },
  { name: 'CodeView 4.1' },
  { name: 'CodeView 3.14' },
  { name: 'Fortran PowerStation 4.0', spellings: ['fortran powerstation 32 4.0'] },
  { name: 'QuickBASIC 4.50' },
  {
    name: 'Basic Professional Development System 7.10',
    spellings: ['basic pds 7.10', 'basic professional development system 7.10'],
  },
  {
    name: 'Basic Professional Development System 7.00',
    spellings: [
      'basic pds 7.00',
      'basic professional development system 7.00',
      'basic professional development system 7.00 and ms os/2',
      'basic compiler 7.00',
    ],
  },
  {
    name: 'Exchange Server 2003',
    isKnownByBuildOnly: true,
    builds: { Release: '6.5.6944', 'Service Pack 1': '6.5.7226', 'Service Pack 2': '6.5.7638' },
  },
  {
    name: 'Exchange Server 2010',
    isKnownByBuildOnly: true,
    builds: {
      Release: '14.0.639.21',
      'Service Pack 1': '14.1.218.15',
      'Service Pack 2': '14.2.247.5',
      'Service Pack 3': '14.3.123.4',
    },
  },
  {
    name: 'SQL Server 6.5',
    isKnownByBuildOnly: true,
    builds: {
      Release: '6.50.201',
      'Service Pack 1': '6.50.213',
      'Service Pack 2': '6.50.240',
      'Service Pack 3': '6.50.258',
      'Service Pack 4': '6.50.281',
      'Service Pack 5': '6.50.415',
      'Service Pack 5a': '6.50.416',
    },
  },
  {
    name: 'SQL Server 7.0',
    isKnownByBuildOnly: true,
    builds: {
      Release: '7.0.623',
      'Service Pack 1': '7.0.699',
      'Service Pack 2': '7.0.842',
      'Service Pack 3': '7.0.961',
      'Service Pack 4': '7.0.1063',
    },
  },
  {
    name: 'SQL Server 2005',
    isKnownByBuildOnly: true,
    builds: {
      Release: '9.0.1399',
      'Service Pack 1': '9.0.2047',
      'Service Pack 2': '9.0.3042',
      'Service Pack 3': '9.0.4035',
      'Service Pack 4': '9.0.5000',
    },
  },
  {
    name: 'SQL Server 2008',
    isKnownByBuildOnly: true,
    builds: {
      Release: '10.0.1600',
      'Service Pack 1': '10.0.2531',
      'Service Pack 2': '10.0.4000',
      'Service Pack 3': '10.0.5500',
      'Service Pack 4': '10.0.6000',
    },
  },
  {
    name: 'SQL Server 2008 R2',
    isKnownByBuildOnly: true,
    builds: {
      Release: '10.50.1600',
      'Service Pack 1': '10.50.2500',
      'Service Pack 2': '10.50.4000',
      'Service Pack 3': '10.50.6000',
    },
  },
  {
    name: 'SQL Server 2012',
    isKnownByBuildOnly: true,
    builds: {
      Release: '11.0.2100',
      'Service Pack 1': '11.0.3000',
      'Service Pack 2': '11.0.5058',
      'Service Pack 3': '11.0.6020',
    },
  },
  { name: 'Windows 95', isKnownByBuildOnly: true, builds: { Release: '4.0.950', 'OEM Service Release 2': '4.0.1111' } },
  { name: 'Windows XP', isKnownByBuildOnly: true, builds: { Release: '5.1.2600' } },
  { name: 'Windows Server 2003', isKnownByBuildOnly: true, builds: { Release: '5.2.3790' } },
  {
    name: 'Windows Vista',
    isKnownByBuildOnly: true,
    builds: { Release: '6.0.6000', 'Service Pack 1': '6.0.6001', 'Service Pack 2': '6.0.6002' },
  },
  {
    name: 'Windows Server 2008',
    isKnownByBuildOnly: true,
    builds: { 'Service Pack 1': '6.0.6001', 'Service Pack 2': '6.0.6002' },
  },
  { name: 'Windows 7', isKnownByBuildOnly: true, builds: { Release: '6.1.7600', 'Service Pack 1': '6.1.7601' } },
  {
    name: 'Windows Server 2008 R2',
    isKnownByBuildOnly: true,
    builds: { Release: '6.1.7600', 'Service Pack 1': '6.1.7601' },
  },
  { name: 'Windows 8', isKnownByBuildOnly: true, builds: { Release: '6.2.9200' } },
  { name: 'Windows Server 2012', isKnownByBuildOnly: true, builds: { Release: '6.2.9200' } },
  { name: 'Windows 8.1', isKnownByBuildOnly: true, builds: { Release: '6.3.9600' } },
  { name: 'Windows Server 2012 R2', isKnownByBuildOnly: true, builds: { Release: '6.3.9600' } },
  {
    name: 'Windows 10',
    isKnownByBuildOnly: true,
    builds: {
      'Version 1507': '10.0.10240',
      'Version 1511': '10.0.10586',
      'Version 1607': '10.0.14393',
      'Version 1703': '10.0.15063',
      'Version 1709': '10.0.16299',
      'Version 1803': '10.0.17134',
      'Version 1809': '10.0.17763',
      'Version 1903': '10.0.18362',
      'Version 1909': '10.0.18363',
      'Version 2004': '10.0.19041',
      'Version 20H2': '10.0.19042',
      'Version 21H1': '10.0.19043',
      'Version 21H2': '10.0.19044',
      'Version 22H2': '10.0.19045',
    },
  },
  { name: 'Windows Server 2016', isKnownByBuildOnly: true, builds: { Release: '10.0.14393' } },
  { name: 'Windows Server 2019', isKnownByBuildOnly: true, builds: { Release: '10.0.17763' } },
  { name: 'Windows Server 2022', isKnownByBuildOnly: true, builds: { Release: '10.0.20348' } },
  { name: 'Internet Explorer 4.0', isKnownByBuildOnly: true, builds: { Release: '4.71.1712.6' } },
  {
    name: 'Internet Explorer 5',
    isKnownByBuildOnly: true,
    builds: {
      Release: '5.0.2014.216',
      '5.01': '5.0.2919.6307',
    },
  },
  {
    name: 'Internet Explorer 6',
    isKnownByBuildOnly: true,
    builds: { Release: '6.0.2600.0', 'Service Pack 1': '6.0.2800.1106', 'Service Pack 2': '6.0.2900.2180' },
  },
  {
    name: 'Internet Explorer 7',
    isKnownByBuildOnly: true,
    builds: { 'For Windows XP and Windows Server 2003': '7.0.5730', 'For Windows Vista': '7.0.6000' },
  },
  { name: 'Internet Explorer 8', isKnownByBuildOnly: true, builds: { Release: '8.0.6001' } },
  { name: 'Internet Explorer 9', isKnownByBuildOnly: true, builds: { Release: '9.0.8112' } },
  {
    name: '.NET Framework 1.0',
    isKnownByBuildOnly: true,
    builds: {
      Release: '1.0.3705.0',
      'Service Pack 1': '1.0.3705.209',
      'Service Pack 2': '1.0.3705.288',
      'Service Pack 3': '1.0.3705.6018',
    },
  },
  {
    name: '.NET Framework 1.1',
    isKnownByBuildOnly: true,
    builds: { Release: '1.1.4322.573', 'Service Pack 1': '1.1.4322.2032' },
  },
  {
    name: '.NET Framework 2.0',
    isKnownByBuildOnly: true,
    builds: { Release: '2.0.50727.42', 'Service Pack 1': '2.0.50727.1433', 'Service Pack 2': '2.0.50727.3053' },
  },
  {
    name: '.NET Framework 3.0',
    isKnownByBuildOnly: true,
    builds: { Release: '3.0.4506.30', 'Service Pack 1': '3.0.4506.648', 'Service Pack 2': '3.0.4506.2152' },
  },
  {
    name: '.NET Framework 3.5',
    isKnownByBuildOnly: true,
    builds: { Release: '3.5.21022.8', 'Service Pack 1': '3.5.30729.1' },
  },
  { name: '.NET Framework 4', isKnownByBuildOnly: true, builds: { Release: '4.0.30319' } },
  { name: '.NET Framework 4.5', isKnownByBuildOnly: true, builds: { Release: '4.5.50709' } },
]
