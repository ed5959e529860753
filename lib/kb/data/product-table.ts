/** A family of products whose names begin alike. */
export interface ProductFamily {
  readonly name: string
  /** How names begin, in small letters and without `microsoft`. Without it: as the family is called. */
  readonly starts?: readonly string[]
  /** Products of the family with versions of their own, the longest name first. */
  readonly lines?: readonly string[]
  /** A year after the beginning, as in `Word 97`, is a version; else it belongs to the name, as in `Windows 95`. */
  readonly hasYears?: true
  /** Its versions are those of many titles, or mean something else, so that it is shown as one. */
  readonly isOne?: true
}

/**
 * The one table of product families, reviewed against the 4,904 product names of the archive. The first family whose beginning
 * fits counts. Names that no row fits make families of their own.
 */
export const PRODUCT_FAMILIES: readonly ProductFamily[] = [
  {
    name: 'Windows NT',
    lines: [
      'Windows NT Server, Enterprise Edition',
      'Windows NT Server, Terminal Server Edition',
      'Windows NT Advanced Server',
      'Windows NT Server',
      'Windows NT Workstation',
    ],
  },
  { name: 'Windows for Workgroups' },
  { name: 'Windows 95', isOne: true },
  { name: 'Windows 98', isOne: true },
  { name: 'Windows Millennium Edition', starts: ['windows millennium', 'windows me'] },
  { name: 'Windows 2000' },
  { name: 'Windows XP' },
  { name: 'Windows Server 2003' },
  { name: 'Windows Software Development Kit', starts: ['windows software development kit', 'windows sdk'] },
  {
    name: 'Windows Driver Development Kit',
    starts: [
      'windows device development kit',
      'windows device driver kit',
      'windows 95 driver development kit',
      'windows ddk',
    ],
  },
  { name: 'Win32 Software Development Kit', starts: ['win32 software development kit', 'win32 sdk'] },
  {
    name: 'Windows CE Toolkit',
    starts: ['windows ce toolkit', 'windows ce embedded toolkit', 'windows ce platform sdk'],
  },
  { name: 'Windows CE' },
  { name: 'Windows for Pen Computing' },
  { name: 'Windows Media' },
  { name: 'Windows Sound System' },
  { name: 'MS-DOS', starts: ['ms-dos operating system', 'ms-dos'] },
  { name: 'OS/2' },
  { name: 'LAN Manager' },
  { name: 'Systems Management Server' },
  { name: 'SNA Server' },
  { name: 'Host Integration Server', hasYears: true },
  { name: 'Site Server' },
  { name: 'Proxy Server' },
  { name: 'Index Server' },
  { name: 'SQL Server', hasYears: true },
  {
    name: 'Small Business Server',
    starts: ['small business server', 'backoffice small business server'],
    hasYears: true,
  },
  { name: 'BackOffice' },
  { name: 'Internet Information Services', starts: ['internet information server', 'internet information services'] },
  { name: 'Internet Explorer' },
  { name: 'Outlook Web Access' },
  { name: 'Outlook Express' },
  { name: 'Outlook', hasYears: true },
  {
    name: 'Exchange client',
    starts: ['exchange windows', 'exchange ms-dos client', 'exchange macintosh client', 'exchange client'],
  },
  {
    name: 'Mail',
    lines: ['Mail for PC Networks', 'Mail for AppleTalk Networks'],
    starts: ['mail for', 'mail,', 'mail remote', 'mail macintosh client'],
  },
  { name: 'Mail Gateway', starts: ['mail gateway', 'mail connection gateway'] },
  { name: 'Schedule+' },
  { name: 'Visual Basic for Applications' },
  { name: 'Visual Basic Scripting Edition', starts: ['visual basic scripting', 'vbscript'] },
  { name: 'Visual Basic .NET', starts: ['visual basic.net', 'visual basic .net'] },
  { name: 'Visual Basic' },
  { name: 'Visual C++ .NET', starts: ['visual c++.net', 'visual c++ .net'] },
  { name: 'Visual C++' },
  { name: 'Visual C# .NET', starts: ['visual c#.net', 'visual c# .net'] },
  { name: 'Visual Studio .NET', starts: ['visual studio.net', 'visual studio .net'] },
  { name: 'Visual Studio' },
  { name: 'Visual J++' },
  { name: 'Visual InterDev' },
  { name: 'Visual FoxPro' },
  { name: 'FoxPro' },
  { name: 'FoxBASE+' },
  { name: 'Visual SourceSafe', starts: ['visual sourcesafe', 'sourcesafe'] },
  { name: 'Data Access Components', starts: ['data access components', 'mdac'] },
  { name: 'ODBC', starts: ['open database connectivity', 'odbc'] },
  { name: 'C Compiler', starts: ['c/c++', 'c compiler', 'c for', 'quickc'] },
  { name: 'Fortran', starts: ['fortran'] },
  { name: 'Macro Assembler' },
  { name: 'eMbedded Visual Tools', starts: ['embedded visual'] },
  { name: 'Word', hasYears: true },
  { name: 'Excel', hasYears: true },
  { name: 'PowerPoint', hasYears: true },
  { name: 'Access Developer’s Toolkit', starts: ["access developer's toolkit", 'access distribution kit'] },
  { name: 'Access', hasYears: true },
  { name: 'FrontPage', hasYears: true },
  { name: 'Office', hasYears: true },
  { name: 'Project', hasYears: true },
  { name: 'Publisher', hasYears: true },
  { name: 'Works Suite', hasYears: true },
  { name: 'Works', hasYears: true },
  { name: 'Money', hasYears: true },
  { name: 'Encarta', hasYears: true },
  { name: 'Bookshelf', hasYears: true },
  { name: 'Cinemania', hasYears: true },
  { name: 'Picture It!', isOne: true },
  { name: 'Automap' },
  { name: 'MapPoint', hasYears: true },
  { name: 'Streets and Trips', starts: ['streets and trips', 'streets & trips', 'expedia streets'], hasYears: true },
  { name: 'Combat Flight Simulator', isOne: true },
  { name: 'Flight Simulator', hasYears: true },
  { name: 'Age of Empires', isOne: true },
  { name: 'MechWarrior 4', isOne: true },
  { name: 'Asheron’s Call', starts: ["asheron's call"], isOne: true },
  { name: 'Close Combat' },
  {
    name: 'Magic School Bus',
    starts: ["scholastic's magic school bus", "scholastic's the magic school bus"],
    isOne: true,
  },
  { name: 'Creative Writer' },
  { name: 'The Microsoft Network', starts: ['the microsoft network', 'msn', 'network version'] },
  { name: 'Microsoft Press', starts: ['mspress', 'press'], isOne: true },
  { name: 'Systems Journal', starts: ['systems journal', 'miscrosoft systems journal'], isOne: true },
]
