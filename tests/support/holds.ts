import { type Arbitrary, assert, property } from 'fast-check'

const SEED = 940006

/** Holds `check` to the same many values in every run; of a value that fails, the smallest like it is reported. */
export function holdsFor<Value>(values: Arbitrary<Value>, check: (value: Value) => void, numRuns = 500): void {
  assert(property(values, check), { seed: SEED, numRuns })
}
