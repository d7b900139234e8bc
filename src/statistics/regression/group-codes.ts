/** Dense codes 0..count-1 in order of first appearance, and the label behind each code. */
export interface GroupCodes {
  readonly codes: Int32Array;
  readonly labels: readonly (number | string)[];
}

/** Turns arbitrary labels (customer, day, team) into dense codes, so that sums per group are plain arrays. */
export function groupCodes(values: ArrayLike<number | string>): GroupCodes {
  const codes = new Int32Array(values.length);
  const labels: (number | string)[] = [];
  const known = new Map<number | string, number>();
  for (let i = 0; i < values.length; i++) {
    const label = values[i] ?? Number.NaN;
    let code = known.get(label);
    if (code === undefined) {
      code = labels.length;
      known.set(label, code);
      labels.push(label);
    }
    codes[i] = code;
  }
  return { codes, labels };
}
