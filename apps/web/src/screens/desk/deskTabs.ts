/** The tabs of a console. */
export type DeskTab = 'plan' | 'seats' | 'record' | 'clips' | 'readouts'
