/** Bytes that this browser has left for the page, where it says so. */
export async function freeBytes(): Promise<number | undefined> {
  const { quota, usage = 0 } = await navigator.storage.estimate()
  return quota === undefined ? undefined : Math.max(0, quota - usage)
}

/** Asks the browser to delete nothing by itself. Whether it agreed. */
export function askToKeep(): Promise<boolean> {
  return navigator.storage.persist()
}
