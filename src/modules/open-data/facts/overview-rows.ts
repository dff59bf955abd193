import { type EuroCents, euroCents, sum } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type PublicGift } from '../../publication/public';
import { centsOf } from './cents';

/** A row in the layout of the ministry; the first row of a donor carries the total. */
export interface OverviewRow {
  readonly party: string;
  readonly affiliate: string;
  readonly total: EuroCents | null;
  readonly donor: string;
  readonly address: string;
  /** One beneficial owner on a line; "*" for one who is shielded. */
  readonly ubo: string;
  readonly gift: EuroCents | null;
  readonly day: PlainDate | null;
  readonly remark: string;
}

export interface OverviewRule {
  /** A donor is listed from this total on. */
  readonly from: EuroCents;
  /** Single gifts are listed from this amount on; the others are in the total only. */
  readonly singleFrom: EuroCents;
}

const SHIELDED = '*';
const REMARKS: Readonly<Record<string, string>> = {
  legaat: 'Legaat',
  'in natura': 'Gift in natura',
  'legaat, in natura': 'Legaat, in natura',
};
const WHY_SHIELDED = {
  wfpp_25_5: '* Afgeschermd op basis van artikel 25 lid vijf van de Wfpp',
  hrb_51b:
    '* De gegevens van de uiteindelijk belanghebbende worden afgeschermd op basis van artikel 51b van het Handelsregisterbesluit 2008.',
  not_stated: '',
} as const;

const countries = new Intl.DisplayNames('nl', { type: 'region' });

/** Rows of one donor to one recipient; who is shielded has no number, so each gift stands alone. */
function groupOf({ id, party, recipient, donor }: PublicGift): string {
  const affiliate = recipient.kind === 'party' ? '' : recipient.name;
  return [party.slug, affiliate, donor.id ?? `shielded ${id}`].join('\n');
}

/** "Schoten (België)"; a city state is a town and a country at once. */
function placeOf({ donor }: PublicGift): string {
  if (donor.address !== null) return donor.address;
  const town = donor.residence ?? (donor.shielding === null ? '' : SHIELDED);
  if (donor.country === null || donor.country === 'NL' || donor.residence === null) return town;
  const country = countries.of(donor.country) ?? donor.country;
  return town === country ? town : `${town} (${country})`;
}

function ownersOf({ beneficialOwners }: PublicGift): string {
  return beneficialOwners
    .map(({ name, residence }) =>
      name === null
        ? SHIELDED
        : [name, residence].filter((part) => part !== null && part !== '').join(', '),
    )
    .join('\n');
}

/** An owner who is shielded beside a donor who is not, is so by art. 25 lid 5. */
function whyShielded({ donor, beneficialOwners }: PublicGift): string {
  if (beneficialOwners.some(({ name }) => name === null))
    return WHY_SHIELDED[donor.shielding ?? 'wfpp_25_5'];
  return donor.name === null && donor.shielding !== null ? WHY_SHIELDED[donor.shielding] : '';
}

function remarkOf(gift: PublicGift): string {
  const { remark } = gift;
  const why = whyShielded(gift);
  const words = remark === null ? '' : (REMARKS[remark] ?? remark);
  return [words, why].filter((part) => part !== '').join('\n');
}

function wordsOf(gift: PublicGift) {
  return {
    party: gift.party.name,
    affiliate: gift.recipient.kind === 'party' ? '' : gift.recipient.name,
    donor: gift.donor.name ?? SHIELDED,
    address: placeOf(gift),
    ubo: ownersOf(gift),
    remark: remarkOf(gift),
  };
}

function byDay(a: PublicGift, b: PublicGift): number {
  return (a.receivedOn ?? '').localeCompare(b.receivedOn ?? '') || a.id.localeCompare(b.id);
}

function rowsOfDonor(gifts: readonly PublicGift[], rule: OverviewRule): readonly OverviewRow[] {
  const total = sum(gifts.map(({ counted }) => euroCents(centsOf(counted))));
  if (total < rule.from) return [];
  const singles = gifts
    .filter(({ line, status }) => line === 'gift' && status !== 'annulled')
    .filter(({ amount }) => centsOf(amount) >= rule.singleFrom)
    .toSorted(byDay);
  const [first] = gifts;
  if (first === undefined) return [];
  if (singles.length === 0) return [{ ...wordsOf(first), total, gift: null, day: null }];
  return singles.map((gift, at) => ({
    ...wordsOf(gift),
    total: at === 0 ? total : null,
    gift: euroCents(centsOf(gift.amount)),
    day: gift.receivedOn,
  }));
}

const dutch = new Intl.Collator('nl');

/**
 * The rows of an overview: per party, first what went to itself and then to its affiliates, per donor
 * by name. Totals are what counts; single gifts stay gross (decisions.md D4).
 */
export function overviewRows(
  gifts: readonly PublicGift[],
  rule: OverviewRule,
): readonly OverviewRow[] {
  const groups = new Map<string, PublicGift[]>();
  for (const gift of gifts) {
    const group = groupOf(gift);
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [gift]);
    else known.push(gift);
  }
  return [...groups.values()]
    .map((group) => rowsOfDonor(group, rule))
    .filter((rows) => rows.length > 0)
    .toSorted(([a], [b]) => inOrder(a, b))
    .flat();
}

function inOrder(a: OverviewRow | undefined, b: OverviewRow | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    dutch.compare(a.party, b.party) ||
    dutch.compare(a.affiliate, b.affiliate) ||
    dutch.compare(a.donor, b.donor) ||
    (b.total ?? 0) - (a.total ?? 0)
  );
}
