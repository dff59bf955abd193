/** A sum over the register. */
export interface Counted {
  readonly gifts: number;
  readonly countedCents: number;
}

export interface YearFigure extends Counted {
  readonly year: number;
}

/** A part of a year, such as one country or one type. */
export interface NamedFigure extends Counted {
  readonly name: string;
}

export interface PartyFigure extends Counted {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
}
