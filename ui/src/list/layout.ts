// The arithmetic of a long list of which only the part in sight is in the document. All in CSS pixels.

/** Where each row begins; one more entry says where the last one ends. */
export function beginnings(heights: ArrayLike<number>): Float64Array {
  const at = new Float64Array(heights.length + 1);
  for (let row = 0; row < heights.length; row += 1) at[row + 1] = (at[row] ?? 0) + (heights[row] ?? 0);
  return at;
}

/** The row that a point lies in: the first one above the list, the last one below it. */
export function rowAt(begins: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, begins.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((begins[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

export type Shown = { first: number; end: number };

/** The rows that touch what is in sight, and some beyond it on both sides: `end` is the one after the last. */
export function rowsInSight(begins: Float64Array, top: number, height: number, beyond: number): Shown {
  const rows = begins.length - 1;
  const whole = begins[rows] ?? 0;
  if (rows <= 0 || top - beyond >= whole || top + height + beyond <= 0) return { first: 0, end: 0 };
  return { first: rowAt(begins, top - beyond), end: rowAt(begins, top + height + beyond) + 1 };
}
