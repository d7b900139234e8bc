/** First position whose time is at or after the given one; time.length when there is none. */
export function firstAtOrAfter(time: ArrayLike<number>, moment: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((time[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First position whose time is after the given one; time.length when there is none. */
export function firstAfter(time: ArrayLike<number>, moment: number): number {
  const at = firstAtOrAfter(time, moment);
  return time[at] === moment ? at + 1 : at;
}
