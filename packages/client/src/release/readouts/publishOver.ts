import type { Connection } from '../../connection.ts'
import type { Publish } from './signReadout.ts'

/** Publishes over that line. What is said early is shown by the server when its embargo ends. */
export function publishOver(connection: Connection): Publish {
  return async ({ item, versions, until }) => {
    await connection.request({
      type: 'publish',
      item,
      versions: versions.map((signatures) => [...signatures]),
      files: [],
      until,
    })
  }
}
