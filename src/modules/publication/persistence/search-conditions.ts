import { type Transaction } from '../../../platform/database/transaction';
import { type PublicSearch } from '../facts/public-search';
import { searchWords } from '../facts/search-key';

/** More gifts than this with a word: then the word is so common that reading on finds them fast. */
const MOST_FOUND = 5_000;

/** Conditions on `register.publication p`, with their values. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

  /** `?` in the text stands for the value; a value that is absent adds nothing. */
  add(text: string, value: unknown): void {
    if (value === undefined || value === null) return;
    this.parts.push(text.replace('?', this.value(value)));
  }

  /** A value, and where it stands. */
  value(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }

  addText(text: string): void {
    this.parts.push(text);
  }

  get where(): string {
    return this.on('p.shown');
  }

  /** All of them, with one that always holds. */
  on(first: string): string {
    return [first, ...this.parts].join(' and ');
  }

  copy(): Conditions {
    const copy = new Conditions();
    copy.parts.push(...this.parts);
    copy.values.push(...this.values);
    return copy;
  }
}

async function addWords(tx: Transaction, conditions: Conditions, text: string): Promise<void> {
  const words = searchWords(text);
  if (words.length === 0) return;
  const [row] = await tx.query<{ ids: readonly string[] | null }>(
    'select register.publications_with($1, $2) as ids',
    [words, MOST_FOUND],
  );
  const ids = row?.ids ?? null;
  if (ids !== null) conditions.add('p.id = any(?)', ids);
  else for (const word of words) conditions.add('p.search_key like ?', `%${word}%`);
}

/** What a search asks of each row. Public role. */
export async function conditionsOf(tx: Transaction, search: PublicSearch): Promise<Conditions> {
  const conditions = new Conditions();
  conditions.add('p.party_slug = ?', search.party);
  conditions.add('p.donor_public_id = ?', search.donor);
  conditions.add('p.year = ?', search.year);
  conditions.add('p.form = ?', search.form);
  conditions.add('p.type = ?', search.type);
  if ((search.without?.length ?? 0) > 0)
    conditions.add('(p.type is null or p.type <> all(?))', search.without);
  conditions.add('p.recipient_kind = ?', search.recipientKind);
  conditions.add('p.donor_country = ?', search.country);
  if (search.abroad === true)
    conditions.addText(`p.donor_country is not null and p.donor_country <> 'NL'`);
  conditions.add('p.received_on >= ?', search.from);
  conditions.add('p.received_on <= ?', search.until);
  conditions.add('p.counted_cents >= ?', search.minCents);
  conditions.add('p.counted_cents <= ?', search.maxCents);
  conditions.add('p.status = ?', search.status);
  await addWords(tx, conditions, search.text ?? '');
  return conditions;
}
