/** What a column of a template takes. `yes_no` is a choice of two words. */
export type TemplateKind = 'text' | 'amount' | 'day' | 'choice' | 'yes_no';

export interface TemplateColumn {
  /** Names the column in `examples`. */
  readonly key: string;
  readonly title: string;
  /** One or two sentences: on the instruction sheet, and beside the cell while it is filled in. */
  readonly help: string;
  /** In characters. */
  readonly width: number;
  readonly kind: TemplateKind;
  /** Of a choice, and the two words of yes_no; empty for the rest. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Of an amount: the least that may be filled in, in euro cents. */
  readonly leastCents?: number;
}

export interface TemplateSheet {
  /** At most 31 characters, without : \ / ? * [ ] */
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  /** By key, as a person types them: '1250,50', '17-04-2026'. */
  readonly examples: readonly Readonly<Record<string, string>>[];
}

export interface TemplateWords {
  /** Names of the sheets beside those that are filled in. */
  readonly instructions: string;
  readonly examples: string;
  readonly choices: string;
  /** Headings of the list of columns on the instruction sheet. */
  readonly column: string;
  readonly required: string;
  readonly help: string;
  readonly takes: string;
  readonly yes: string;
  readonly no: string;
  /** What a column takes, in words; of a choice the choices follow. */
  readonly kinds: Readonly<Record<TemplateKind, string>>;
  /** Title of the message when a value does not fit; the message is the kind in words. */
  readonly refused: string;
}

export interface TemplateSpec {
  readonly title: string;
  readonly author: string;
  /** ISO 8601. The same spec gives the same bytes. */
  readonly moment: string;
  /** Custom document properties; one of them says which template and version this is. */
  readonly properties: Readonly<Record<string, string>>;
  /** Below the title of the instruction sheet, such as 'Sjabloon giften, versie 2'. */
  readonly version: string;
  readonly paragraphs: readonly string[];
  readonly sheets: readonly TemplateSheet[];
  readonly words: TemplateWords;
}
