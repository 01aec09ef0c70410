import * as fc from 'fast-check'

/** What properties are tried with is drawn alike in each run, so that the same code passes or fails again. `PARLEY_SEED=any` draws anew each time; a number repeats what a failure was found with. */
const seed = process.env['PARLEY_SEED'] ?? '1'

if (seed !== 'any') fc.configureGlobal({ seed: Number(seed) })
