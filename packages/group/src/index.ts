export type Nothing = never
