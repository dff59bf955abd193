import { isPlainDate } from '../../../legal/kernel/plain-date';
import { decodeCursor } from '../../../platform/http/keyset';
import { isId } from '../../../platform/ids/id';
import { type LedgerSearch } from '../application/read-ledger';
import { CONTRIBUTION_TYPES } from './contribution.bodies';

type Query = Readonly<Record<string, string>>;

/** Types that a total takes together; each name is a value of `soort`, beside the types themselves. */
export const TYPE_GROUPS: Readonly<Record<string, readonly string[]>> = {
  geld: ['gift', 'legacy', 'loan_waived'],
  natura: ['in_kind', 'discount'],
};
const DUES: readonly string[] = ['membership_dues', 'office_holder_remittance'];

/** What was chosen, as a form or a link gives it; '' for all. */
export interface ChosenFilter {
  readonly zoek: string;
  readonly ontvanger: string;
  readonly soort: string;
  readonly maand: string;
  readonly gever: string;
  /** 'contributie' leaves out dues and remittances. */
  readonly zonder: string;
  /** 'ontbreekt': only gifts of which proof is missing. */
  readonly bewijs: string;
}

function isType(text: string): boolean {
  return CONTRIBUTION_TYPES.some((type) => type === text);
}

function kept(text: string | undefined, known: (text: string) => boolean): string {
  return text !== undefined && known(text) ? text : '';
}

/** Passes over what no filter knows: a link from elsewhere still shows the list. */
export function chosenFilter(query: Query): ChosenFilter {
  const month = kept(query['maand'], (text) => /^(0?[1-9]|1[0-2])$/.test(text));
  return {
    zoek: (query['zoek'] ?? '').trim().slice(0, 100),
    ontvanger: kept(query['ontvanger'], isId),
    soort: kept(query['soort'], (text) => isType(text) || Object.hasOwn(TYPE_GROUPS, text)),
    maand: month === '' ? '' : month.padStart(2, '0'),
    gever: kept(query['gever'], isId),
    zonder: kept(query['zonder'], (text) => text === 'contributie'),
    bewijs: kept(query['bewijs'], (text) => text === 'ontbreekt'),
  };
}

export function isFiltered(chosen: ChosenFilter): boolean {
  return Object.values(chosen).some((value) => value !== '');
}

function typesOf({ soort, zonder }: ChosenFilter): readonly string[] | null {
  if (soort !== '') return TYPE_GROUPS[soort] ?? [soort];
  return zonder === '' ? null : CONTRIBUTION_TYPES.filter((type) => !DUES.includes(type));
}

/** @throws Problem 400 for a cursor this list did not give. */
function positionOf(cursor: string | undefined): LedgerSearch['after'] {
  if (cursor === undefined) return null;
  const [receivedOn, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isPlainDate(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { receivedOn: String(receivedOn), id: String(id) };
}

/** @throws Problem 400 for a cursor this list did not give. */
export function ledgerSearch(query: Query, thisYear: number, limit: number): LedgerSearch {
  const { jaar = '', cursor } = query;
  const chosen = chosenFilter(query);
  return {
    year: /^2\d{3}$/.test(jaar) ? Number(jaar) : thisYear,
    donorText: chosen.zoek,
    recipientId: chosen.ontvanger === '' ? null : chosen.ontvanger,
    types: typesOf(chosen),
    month: chosen.maand === '' ? null : Number(chosen.maand),
    donorId: chosen.gever === '' ? null : chosen.gever,
    after: positionOf(cursor),
    limit,
  };
}
