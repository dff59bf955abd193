/** Everything that can wait, with its name in the address of the list. */
const IN_ADDRESS = {
  proposals: 'voorstellen',
  findings: 'bevindingen',
  signals: 'signalen',
  undecided: 'onbeslist',
  views: 'zienswijzen',
  cases: 'zaken',
  remedies: 'herstel',
  missing: 'ontbreekt',
  filings: 'opgaven',
  safety: 'veiligheid',
  release: 'vrijgave',
  patterns: 'patronen',
  tips: 'tips',
  lists: 'lijsten',
  machine: 'techniek',
} as const;

export type WorkKind = keyof typeof IN_ADDRESS;

/** In the order in which they are shown. */
export const WORK_KINDS = Object.keys(IN_ADDRESS) as readonly WorkKind[];

export function isWorkKind(text: string): text is WorkKind {
  return WORK_KINDS.some((kind) => kind === text);
}

export function kindInAddress(kind: WorkKind): string {
  return IN_ADDRESS[kind];
}

/** Null for what is no kind. */
export function kindFromAddress(typed: string): WorkKind | null {
  return WORK_KINDS.find((kind) => IN_ADDRESS[kind] === typed) ?? null;
}

/**
 * Kinds of which a person may say that it was looked at and asks for nothing more. Never a fine
 * proposal, a case or a remedy: those end by their own steps.
 */
const JUDGEABLE: readonly WorkKind[] = ['signals', 'filings', 'lists', 'machine'];

export function isJudgeable(kind: WorkKind): boolean {
  return JUDGEABLE.includes(kind);
}
