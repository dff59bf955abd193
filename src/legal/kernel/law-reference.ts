/** A place in a law, at the grain of a paragraph or part: Wfpp art. 25a lid 2. */
export interface LawReference {
  readonly law: 'Wfpp' | 'Atw' | 'Awb' | 'Bfpp' | 'UbWwft';
  readonly article: string;
  readonly paragraph?: string;
  readonly part?: string;
}

/** As lawyers write it in Dutch: "Wfpp art. 25 lid 1 onder b". */
export function printReference(reference: LawReference): string {
  const paragraph = reference.paragraph === undefined ? '' : ` lid ${reference.paragraph}`;
  const part = reference.part === undefined ? '' : ` onder ${reference.part}`;
  return `${reference.law} art. ${reference.article}${paragraph}${part}`;
}
