import * as v from 'valibot'

/** Milliseconds since 1970, UTC. */
export const Time = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(8.64e15))

/** The highest version a document may have. */
export const LAST_VERSION = 1_000_000

/** Versions only grow; a draft nobody else signs leaves a gap. */
export const Version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LAST_VERSION))

/** A place in a log, from 1; 0 is before all. Beyond these a database has none, and says so by an error of its own. */
export const LogNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** As a client numbers its requests. */
export const RequestId = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
