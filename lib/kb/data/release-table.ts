/** One version of a product, how articles spell it, and the packs that were released for it. */
export interface ReleaseFamily {
  readonly name: string
  /** Other spellings, as `normalizeRelease` gives them. */
  readonly spellings?: readonly string[]
  /** Service packs. */
  readonly packs?: readonly string[]
  /** Service releases. */
  readonly serviceReleases?: readonly string[]
}

/**
 * The reviewed table of releases. Each line comes from sentences such as `This problem was first corrected in ...`; it has only
 * spellings that those sentences leave no doubt about. `npm run releases:unknown` lists what is not in it.
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
  { name: 'Windows 2000', packs: ['1', '2', '3'] },
  { name: 'Windows 98' },
  { name: 'Windows for Workgroups 3.11' },
  { name: 'Windows 3.1' },
  { name: 'MS-DOS 6.2' },
  { name: 'Exchange Server 2007', packs: ['1', '2', '3'] },
  { name: 'Exchange 2000 Server', spellings: ['exchange 2000'], packs: ['1', '2', '3'] },
  { name: 'Exchange Server 5.5', spellings: ['exchange 5.5'], packs: ['1', '2', '3', '4'] },
  { name: 'Exchange Server 5.0', spellings: ['exchange 5.0', 'exchange 5.0 server'], packs: ['1', '2'] },
  {
    name: 'Exchange Server 4.0',
    spellings: ['exchange 4.0', 'exchange 4.0 server'],
    packs: ['1', '2', '3', '4', '5'],
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
  { name: 'SQL Server 2000', packs: ['1', '2'] },
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
]
