/** Points (1/72 inch) in so many millimetres. */
export function mm(millimetres: number): number {
  return (millimetres * 72) / 25.4;
}

/**
 * A Dutch business letter on A4 for an envelope with its window on the left: folded in three, what
 * shows in the window is the block of the addressee and nothing else.
 */
export const PAPER = {
  width: mm(210),
  height: mm(297),
  left: mm(25),
  right: mm(185),
  top: mm(20),
  /** The last line stands above this. */
  bottom: mm(272),
  /** Baseline region of the page number. */
  footer: mm(281),
  headTop: mm(15),
  returnAddress: mm(44),
  window: { left: mm(25), right: mm(110), top: mm(50), bottom: mm(79) },
  /** The column with who writes and how to reach them. */
  aside: { left: mm(128), top: mm(50) },
  fields: mm(92),
  fieldValue: mm(55),
} as const;

export const INK = '#000000';
export const SOFT_INK = '#404040';
export const RULE = '#8a8a8a';
