import { type EuroCents, ZERO } from '../../../legal/kernel/euro-cents';
import { formatCount, formatDay, formatEuro } from '../../../platform/rendering/format';
import { type Language } from '../../../platform/rendering/language';
import {
  type Badge,
  type Cell,
  type Fact,
  type Figure,
} from '../../../platform/rendering/page-parts';
import { type ListVersion, type PublicTotal } from '../application/read-register';
import { type BeneficialOwner, type PublishedGift } from '../facts/published-list';
import { type PartyReconciliation, type Reconciliation } from '../facts/reconciliation';

/** The words and the language of one reader. */
export interface Reader {
  readonly language: Language;
  readonly t: (key: string, values?: Readonly<Record<string, string>>) => string;
}

export function euros(amount: EuroCents | null, reader: Reader): string {
  return amount === null ? reader.t('register.year.none') : formatEuro(amount, reader.language);
}

function checkBadge(difference: EuroCents, { t }: Reader): Badge {
  return difference === 0
    ? { kind: 'safe', label: t('register.check.same') }
    : { kind: 'warning', label: t('register.check.differs') };
}

/** One line of the list of years. */
export function yearRow(version: ListVersion, reader: Reader): readonly Cell[] {
  const { year, report } = version;
  return [
    { text: String(year), href: `/register/${String(year)}` },
    formatCount(report.donorTotals, reader.language),
    euros(report.printed, reader),
    euros(report.computed, reader),
    { badge: checkBadge(report.difference, reader) },
  ];
}

export function figures(report: Reconciliation, reader: Reader): readonly Figure[] {
  const { t, language } = reader;
  const all = [
    { label: t('register.year.donors'), value: formatCount(report.donorTotals, language) },
    { label: t('register.year.computed'), value: euros(report.computed, reader) },
    { label: t('register.year.printed'), value: euros(report.printed, reader) },
  ];
  if (report.difference === 0) return all;
  return [
    ...all,
    { label: t('register.year.difference'), value: euros(report.difference, reader) },
  ];
}

export function partyRow(
  party: PartyReconciliation,
  year: number,
  reader: Reader,
): readonly Cell[] {
  const { t, language } = reader;
  const hasRows = party.donorTotals > 0;
  const href = `/register/${String(year)}?partij=${encodeURIComponent(party.party)}#giften`;
  return [
    hasRows ? { text: party.party, href } : party.party,
    t(hasRows ? 'register.answer.yes' : 'register.answer.no'),
    formatCount(party.donorTotals, language),
    euros(party.printed, reader),
    euros(party.computed, reader),
    { badge: checkBadge(party.difference, reader) },
  ];
}

export function partyTotals(report: Reconciliation, reader: Reader): readonly Cell[] {
  return [
    reader.t('register.parties.total'),
    '',
    formatCount(report.donorTotals, reader.language),
    euros(report.printed, reader),
    euros(report.computed, reader),
    { badge: checkBadge(report.difference, reader) },
  ];
}

function ownerText({ name, residence }: BeneficialOwner, { t }: Reader): string {
  const shown = name ?? t('register.rows.shielded');
  return residence === null ? shown : `${shown} (${residence})`;
}

function donorCell({ donor, cut }: PublicTotal, reader: Reader): Cell {
  const { t } = reader;
  const { careOf, country, residence, beneficialOwners: owners } = donor;
  const abroad = country === null || country === residence ? '' : ` (${country})`;
  const parts = [
    careOf === null ? '' : t('register.rows.careOf', { office: careOf }),
    donor.address ?? `${residence ?? ''}${abroad}`,
  ].filter((part) => part !== '');
  const list = owners.map((owner) => ownerText(owner, reader)).join(', ');
  if (owners.length > 0) parts.push(t('register.rows.owners', { owners: list }));
  if (cut.length > 0) parts.push(t('register.rows.cut'));
  return { text: donor.name ?? t('register.rows.shielded'), note: parts.join('. ') };
}

function giftText({ amount, receivedOn, inKind }: PublishedGift, reader: Reader): string {
  const money = euros(amount ?? ZERO, reader);
  if (receivedOn === null) return money;
  const day = formatDay(receivedOn, reader.language);
  return reader.t(inKind ? 'register.rows.giftInKind' : 'register.rows.gift', {
    amount: money,
    day,
  });
}

export function donorRow(total: PublicTotal, reader: Reader): readonly Cell[] {
  const single = total.gifts.filter(({ amount }) => amount !== null);
  const gifts = single.map((gift) => giftText(gift, reader)).join('; ');
  const onlyTotal: Cell = { note: reader.t('register.rows.onlyTotal') };
  return [
    donorCell(total, reader),
    total.affiliate === null ? total.party : { text: total.party, note: total.affiliate.name },
    single.length === 0 ? onlyTotal : gifts,
    euros(total.total, reader),
  ];
}

/** What the overseer sees of each list: also what it was made of. */
export function importedFact(version: ListVersion, { t, language }: Reader): Fact {
  const name = String(version.version);
  return {
    label: String(version.year),
    value: t('register.versions.changed', {
      version: name,
      seenOn: formatDay(version.seenOn, language),
    }),
    href: `/register/${String(version.year)}`,
    note: `SHA-256 ${version.sha256.slice(0, 16)}...`,
    badge: checkBadge(version.report.difference, { t, language }),
  };
}
