import { FAULT_RULES, type Fault } from '@/lib/faults/fault'

/**
 * Gives faults as SARIF 2.1.0, which code review shows beside the lines. `prefix` is the path from the root of the repository to
 * the content folder.
 */
export function faultsToSarif(faults: readonly Fault[], prefix: string) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'kb-viewer content:check',
            rules: Object.entries(FAULT_RULES).map(([id, text]) => ({ id, shortDescription: { text } })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: faults.map(({ file, line, column, rule, level, message }) => ({
          ruleId: rule,
          level,
          message: { text: message },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: encodeURI(prefix === '' ? file : `${prefix}/${file}`) },
                region: { startLine: line, startColumn: column },
              },
            },
          ],
        })),
      },
    ],
  }
}
