const listeners = new Set<() => void>();

/** Calls `listener` whenever work was committed in this process; gives back how to stop that. */
export function onWake(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Says that there may be work. Lost wake-ups cost at most one tick: the rows are the truth. */
export function wake(): void {
  for (const listener of listeners) listener();
}
