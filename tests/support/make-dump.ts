/** Makes a small TXT dump of the shape that the archive has. */
export function makeDump(number: number, { title = 'Printing Stops After One Page', text = BODY } = {}): string {
  const lines = [
    `DOCUMENT:Q${number}  09-AUG-2001  [winnt]`,
    `TITLE   :${title}`,
    'PRODUCT :Example Product',
    'PROD/VER:4.0',
    'OPER/SYS:',
    'KEYWORDS:',
    '',
    '='.repeat(70),
    '-'.repeat(79),
    'The information in this article applies to:',
    '',
    ' - Example Product version 4.0 ',
    '-'.repeat(79),
    '',
    'SYMPTOMS',
    '========',
    '',
    text,
    '',
    'Additional query words: printer',
    '',
    '='.repeat(70),
    'Keywords          : kbprint',
    'Version           : winnt:4.0',
    '='.repeat(77),
    'THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE IS PROVIDED "AS IS".',
    'Copyright Example 2001.',
  ]
  return lines.join('\r\n')
}

const BODY = 'The printer stops after the first page, and the light on its front is red.'
