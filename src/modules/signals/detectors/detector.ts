import { type EuroCents, sum } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import {
  type GiftFact,
  type ScopeKind,
  type ScopeOf,
  type TraitFact,
  type UpstreamGiver,
} from './facts';
import { foldName } from './names';

export type DetectorCode =
  | 'split_in_time'
  | 'split_over_new_year'
  | 'split_over_recipients'
  | 'split_over_relatives'
  | 'split_over_owner'
  | 'one_owner_several_donors'
  | 'owner_and_company'
  | 'funded_before_giving'
  | 'used_once'
  | 'look_through_missing'
  | 'around_decision'
  | 'several_parties'
  | 'group_total'
  | 'round_trip'
  | 'same_account'
  | 'late_often'
  | 'filed_in_one_go'
  | 'sudden_change';

export type ParameterUnit = 'cents' | 'days' | 'percent' | 'count';

/** A figure that the overseer can set; `min` and `max` are what still makes sense. */
export interface DetectorParameter {
  readonly key: string;
  readonly unit: ParameterUnit;
  readonly initial: number;
  readonly min: number;
  readonly max: number;
}

export type Settings = Readonly<Record<string, number>>;

/** A figure that the explanation names. Amounts in euro cents, days as YYYY-MM-DD. */
export type Figure =
  | { readonly kind: 'cents' | 'days' | 'count' | 'percent' | 'year'; readonly value: number }
  | { readonly kind: 'day' | 'text' | 'month'; readonly value: string };

/** One line of evidence: a gift, a tie between donors, or a month or year of a party. */
export interface EvidenceRow {
  /** Unique within the signal; the same fact always has the same key. */
  readonly key: string;
  readonly kind: 'gift' | 'tie' | 'period';
  readonly partyId: string | null;
  readonly donorId: string | null;
  readonly giftKey: string | null;
  /** What ties: 'ubo', 'address' and so on; of a period its name, such as 2025-03. */
  readonly about: string | null;
  readonly label: string | null;
  readonly day: PlainDate | null;
  readonly amount: EuroCents | null;
}

/** A pattern that was found. `subject` tells it from others of its kind in the same scope. */
export interface Found {
  readonly subject: string;
  readonly partyId: string | null;
  readonly donorId: string | null;
  readonly figures: Readonly<Record<string, Figure>>;
  readonly rows: readonly EvidenceRow[];
}

export interface Detector<Kind extends ScopeKind = ScopeKind> {
  readonly code: DetectorCode;
  readonly scope: Kind;
  /** 1 (look when there is time) to 5 (look first). */
  readonly weight: 1 | 2 | 3 | 4 | 5;
  readonly parameters: readonly DetectorParameter[];
  readonly find: (facts: ScopeOf[Kind], settings: Settings, today: PlainDate) => readonly Found[];
}

/** Keeps the kind of scope, so that `find` gets the facts it asks for. */
export function defineDetector<Kind extends ScopeKind>(detector: Detector<Kind>): Detector<Kind> {
  return detector;
}

/** @throws Error for a name that the detector did not define. */
export function setting(settings: Settings, key: string): number {
  const value = settings[key];
  if (value === undefined) throw new Error(`the parameter "${key}" was not defined`);
  return value;
}

export function initialSettings(detector: Pick<Detector, 'parameters'>): Settings {
  return Object.fromEntries(detector.parameters.map(({ key, initial }) => [key, initial]));
}

export function parameter(
  key: string,
  unit: ParameterUnit,
  initial: number,
  [min, max]: readonly [number, number],
): DetectorParameter {
  return { key, unit, initial, min, max };
}

export const cents = (value: number): Figure => ({ kind: 'cents', value });
export const days = (value: number): Figure => ({ kind: 'days', value });
export const count = (value: number): Figure => ({ kind: 'count', value });
export const percent = (value: number): Figure => ({ kind: 'percent', value });
export const year = (value: number): Figure => ({ kind: 'year', value });
export const day = (value: PlainDate): Figure => ({ kind: 'day', value });
export const text = (value: string): Figure => ({ kind: 'text', value });

export function giftRow(gift: GiftFact): EvidenceRow {
  return {
    key: `gift:${gift.partyId}:${gift.key}`,
    kind: 'gift',
    partyId: gift.partyId,
    donorId: gift.donorId,
    giftKey: gift.key,
    about: null,
    label: gift.recipientName,
    day: gift.receivedOn,
    amount: gift.line === 'rest' ? gift.counted : gift.amount,
  };
}

export function tieRow(donorId: string, trait: TraitFact): EvidenceRow {
  return {
    key: `tie:${donorId}:${trait.kind}:${trait.value}`,
    kind: 'tie',
    partyId: null,
    donorId,
    giftKey: null,
    about: trait.kind,
    label: trait.label,
    day: trait.since,
    amount: null,
  };
}

/** A giver of a foundation or association itself, as its overview named it (art. 21a). */
export function giverRow(
  donorId: string,
  of: string,
  { name, amount }: UpstreamGiver,
): EvidenceRow {
  return {
    key: `giver:${donorId}:${of}:${foldName(name)}`,
    kind: 'tie',
    partyId: null,
    donorId,
    giftKey: null,
    about: 'upstream_giver',
    label: name,
    day: null,
    amount,
  };
}

export const totalOf = (gifts: readonly GiftFact[]): EuroCents =>
  sum(gifts.map(({ amount }) => amount));

export const countedOf = (gifts: readonly GiftFact[]): EuroCents =>
  sum(gifts.map(({ counted }) => counted));

/** In groups, each in the order of the list. */
export function grouped<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
