/** The middle value; of two middles the lower. 0 of nothing. Whole numbers stay whole. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** The middle of the distances to the middle value (median absolute deviation). */
export function deviationOf(values: readonly number[]): number {
  const middle = medianOf(values);
  return medianOf(values.map((value) => Math.abs(value - middle)));
}

/** Of a normal distribution the MAD is this part of the standard deviation. */
const MAD_TO_SIGMA = 1.4826;

/**
 * True when `value` lies more than `score` robust standard deviations above the history. When most
 * of the history is the same, a tenth of its middle value takes the place of the deviation.
 */
export function farAbove(value: number, history: readonly number[], score: number): boolean {
  const middle = medianOf(history);
  const spread = Math.max(deviationOf(history) * MAD_TO_SIGMA, middle / 10);
  return value - middle > score * spread;
}
