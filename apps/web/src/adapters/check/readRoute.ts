import { routeOf, type MediaRoute, type StatsEntry } from '../../model/check/mediaRoute.ts'

/** How media travel now; undefined while no connection stands. */
export async function readRoute(
  connections: Iterable<RTCPeerConnection>,
): Promise<MediaRoute | undefined> {
  const reports = await Promise.all([...connections].map((connection) => connection.getStats()))
  return reports.map((report) => routeOf(entriesOf(report))).find((route) => route !== undefined)
}

function entriesOf(report: RTCStatsReport): StatsEntry[] {
  const entries: StatsEntry[] = []
  report.forEach((entry: StatsEntry) => entries.push(entry))
  return entries
}
