import type { Incident } from './callFacts.ts'

/** Somebody who was refused at the door, or taken out. */
export type TurnedAway = Extract<Incident, { type: 'refused' | 'removed' }>

/** All of them that this device keeps, the newest first. Whoever left of their own was not turned away. */
export function turnedAway(incidents: readonly Incident[]): readonly TurnedAway[] {
  return incidents
    .filter((incident): incident is TurnedAway => {
      if (incident.type === 'removed') return incident.because !== 'left'
      return incident.type === 'refused'
    })
    .toSorted((a, b) => b.atMs - a.atMs)
}
