/** Whose move it is. `others`: it waits for the party, a prosecutor or a court. */
export const TURNS = ['overseer', 'decision_maker', 'committee', 'others'] as const;
export type Turn = (typeof TURNS)[number];
