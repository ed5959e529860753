/** A reporter for `node --test` that yields one line of JSON at the end: how many tests passed, failed and were skipped. */
export default async function* countTests(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  for await (const { type, data } of events) {
    if (data?.details?.type === 'suite') continue
    if (type === 'test:fail') counts.failed++
    if (type === 'test:pass') counts[data.skip === undefined ? 'passed' : 'skipped']++
  }
  yield JSON.stringify(counts)
}
