/** The parts of a dotted version or build, 2 to 4 numbers: 8.00.0744.000 is [8, 0, 744, 0]. */
export type BuildNumber = readonly number[]

/** Parts of a file version have 16 bits, but installers wrote longer numbers into the last one. */
const MAX_PART = 99_999
const DIRECTORY_OFFSET = 30_000

/** Parses a dotted number such as `8.0.744.0`, `8.00.0744.000` or `6.5.7638`. */
export function parseBuildNumber(text: string): BuildNumber | undefined {
  if (!/^\d{1,7}(?:\.\d{1,7}){1,3}$/.test(text)) return undefined
  const parts = text.split('.').map(Number)
  return parts.every((part) => part <= MAX_PART) ? parts : undefined
}

/** Formats a build without leading zeros: [8, 0, 744, 0] becomes `8.0.744.0`. */
export function formatBuildNumber(build: BuildNumber): string {
  return build.join('.')
}

/** Removes what Exchange's directory adds to a build: `Version 8.1 (Build 30240.6)` is 8.1.240.6. */
export function withoutDirectoryOffset(build: number): number {
  return build >= DIRECTORY_OFFSET ? build - DIRECTORY_OFFSET : build
}

/** Orders builds part by part. A missing part counts as 0. */
export function compareBuildNumbers(one: BuildNumber, other: BuildNumber): number {
  for (let index = 0; index < Math.max(one.length, other.length); index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Tells whether `build` begins with the parts of `prefix`, as 6.5.7638.2 begins with 6.5.7638. */
export function hasBuildPrefix(build: BuildNumber, prefix: BuildNumber): boolean {
  return prefix.length <= build.length && prefix.every((part, index) => part === build[index])
}
