/** Where a key leads from one of so many tabs, around at the ends; undefined for a key that moves nothing. */
export function placeByKey(
  key: string,
  { from, count, direction }: { from: number; count: number; direction: string },
): number | undefined {
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case forward:
      return (from + 1) % count
    case back:
      return (from + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
