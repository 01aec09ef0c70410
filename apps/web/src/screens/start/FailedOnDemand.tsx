import { onDemand } from '../onDemand.tsx'

/** A page that cannot be opened: few ever see it, so that nobody waits for its code. */
export const Failed = onDemand('page', async () => (await import('./Failed.tsx')).Failed).Screen
