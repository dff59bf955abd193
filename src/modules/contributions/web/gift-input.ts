import { formText } from '../../../platform/http/body';
import { type Typed } from '../../../platform/http/form-faults';
import { type ProblemPart } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { newId } from '../../../platform/ids/id';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type Language } from '../../../platform/rendering/language';
import { BookContributionBody, CorrectContributionBody } from './contribution.bodies';

/** The fields of the gift form, in their order on the page. */
export const GIFT_FIELDS = [
  'donorId',
  'recipientId',
  'type',
  'amount',
  'receivedOn',
  'marketValue',
  'paid',
  'valuation',
  'description',
  'bankReference',
  'reason',
] as const;

export type GiftField = (typeof GIFT_FIELDS)[number];
export type TypedGift = Readonly<Record<GiftField, string>>;

const AMOUNTS = new Set<GiftField>(['amount', 'marketValue', 'paid']);

export function typedGift(body: unknown): TypedGift {
  const fields = GIFT_FIELDS.map((name) => [name, formText(body, name).trim()] as const);
  return Object.fromEntries(fields) as TypedGift;
}

function isInKind(typed: TypedGift): boolean {
  const always = typed.type === 'in_kind' || typed.type === 'discount';
  return always || (typed.type === 'legacy' && typed.marketValue !== '');
}

/** What cannot be read goes on as it was typed: the rule of the field then names it. */
function valueOf(name: GiftField, text: string, language: Language): string | number {
  if (AMOUNTS.has(name)) return readAmount(text, language) ?? text;
  if (name === 'receivedOn') return readDay(text) ?? text;
  return text;
}

function bodyOf(typed: TypedGift, language: Language): Record<string, string | number> {
  const filled = GIFT_FIELDS.filter((name) => typed[name] !== '');
  const body = Object.fromEntries(
    filled.map((name) => [name, valueOf(name, typed[name], language)]),
  );
  return isInKind(typed) ? { ...body, form: 'in_kind' } : body;
}

function fault(field: GiftField, code: string): ProblemPart {
  return { in: 'body', location: `/${field}`, code, detail: '' };
}

/** What the rules of the single fields do not see. */
function faultsBetween(typed: TypedGift): readonly ProblemPart[] {
  const inKind = isInKind(typed);
  const stray = (['marketValue', 'paid', 'valuation'] as const).filter(
    (name) => !inKind && typed.type !== '' && typed[name] !== '',
  );
  return [
    ...(!inKind && typed.amount === '' ? [fault('amount', 'amount.required')] : []),
    ...stray.map((name) => fault(name, 'in_kind.not_for_money')),
  ];
}

export interface ReadGift {
  /** Empty when the form reads as a gift. */
  readonly faults: readonly ProblemPart[];
  /** The gift; where a field has a fault, with something harmless in its place, only to test the rest. */
  readonly body: BookContributionBody;
  readonly reason: string;
}

/** Something harmless for a field that cannot be read, so that the other fields can still be tested. */
function standIn(name: GiftField, today: string): string | number | undefined {
  if (name === 'donorId' || name === 'recipientId') return newId();
  if (name === 'type') return 'gift';
  if (name === 'receivedOn') return today;
  return name === 'amount' ? 1 : undefined;
}

/** Reads the form by the rules of the API, all fields at once. */
export function readGift(
  typed: TypedGift,
  correcting: boolean,
  language: Language,
  today: string,
): ReadGift {
  const { reason = '', ...fields } = bodyOf(typed, language);
  const body = correcting ? { ...fields, ...(reason === '' ? {} : { reason }) } : fields;
  const checked = correcting
    ? check(CorrectContributionBody, body)
    : check(BookContributionBody, body);
  const faults = [...checked.errors, ...faultsBetween(typed)];
  if (checked.value !== null) return { faults, body: checked.value, reason: String(reason) };
  const wrong = new Set(faults.map(({ location }) => location.slice(1)));
  const mended = GIFT_FIELDS.filter((name) => name !== 'reason').flatMap((name) => {
    const value = wrong.has(name) ? standIn(name, today) : fields[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const rest = { ...Object.fromEntries(mended), ...(isInKind(typed) ? { form: 'in_kind' } : {}) };
  const tested = check(BookContributionBody, rest);
  if (tested.value === null) throw new Error('the stand-ins of the gift form are not valid');
  return { faults, body: tested.value, reason: String(reason) };
}

/** Open while something in it is filled in or must be. */
export function inKindOpen(typed: Typed, faulty: readonly string[]): boolean {
  const names = ['marketValue', 'paid', 'valuation'];
  return names.some((name) => (typed[name] ?? '') !== '' || faulty.includes(name));
}
