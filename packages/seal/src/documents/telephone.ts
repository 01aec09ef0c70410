import * as v from 'valibot'

/**
 * A telephone number as people write it, and nothing that could be taken for words. Longer: a line of a
 * banner does not hold it. Shorter: a number with its country, its area and an extension does not fit.
 */
export const Telephone = v.pipe(v.string(), v.regex(/^[+(\d][\d ().-]{1,30}\d$/))
