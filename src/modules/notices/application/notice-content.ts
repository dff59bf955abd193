import { type EuroCents, euroCents } from '../../../legal/kernel/euro-cents';
import { type Group } from '../../../legal/facts/group';
import { type ListedContribution } from '../../contributions/public';
import { type DonorRecord } from '../../donors/public';
import { canonicalJson } from '../../../platform/json/canonical';
import { type NoticeLineInput } from '../persistence/notice.store';
import { type Timeliness } from '../../../legal/rules/notice-timeliness';

export interface NoticeParts {
  readonly number: string;
  readonly filedAt: string;
  readonly filedBy: string;
  /** Who prepared it, when a second person confirmed it; null when one person filed it. */
  readonly preparedBy: string | null;
  readonly group: Group;
  readonly recipientId: string;
  readonly year: number;
  readonly donor: DonorRecord;
  readonly contributions: readonly ListedContribution[];
  readonly lines: readonly NoticeLineInput[];
  readonly total: EuroCents;
  readonly timeliness: Timeliness;
}

/** Exact decimals with a point: 1000000 cents is "10000.00". */
export function decimal(cents: number): string {
  const whole = Math.trunc(euroCents(cents) / 100);
  return `${String(whole)}.${String(cents % 100).padStart(2, '0')}`;
}

/**
 * The bytes of a notice: the particulars of art. 21 lid 1 and the look-through data (art. 25a),
 * as they were at filing. Sorted keys, UTF-8; hashed once and never written again.
 */
export function noticeContent(parts: NoticeParts): string {
  const recipient = parts.group.members.find((member) => member.recipient === parts.recipientId);
  return canonicalJson({
    schema: 'partijgiften/substantial-gift-notice/1',
    basis: 'Wfpp art. 25a',
    number: parts.number,
    filedAt: parts.filedAt,
    filedBy: parts.filedBy,
    ...(parts.preparedBy === null ? {} : { preparedBy: parts.preparedBy }),
    party: parts.group.name,
    recipient: { name: recipient?.name ?? '', kind: recipient?.kind ?? 'party' },
    year: parts.year,
    total: decimal(parts.total),
    currency: 'EUR',
    timeliness: parts.timeliness,
    donor: donorContent(parts.donor, parts.year),
    contributions: parts.contributions.map((contribution, index) => ({
      receivedOn: contribution.receivedOn,
      amount: decimal(Number(contribution.amountCents)),
      returned: decimal(Number(contribution.returnedCents)),
      type: contribution.type,
      form: contribution.form,
      valuation: contribution.valuation,
      description: contribution.description,
      timeliness: parts.lines[index]?.timeliness ?? 'no_duty',
    })),
  });
}

function donorContent(donor: DonorRecord, year: number): unknown {
  return {
    kind: donor.kind,
    name: donor.name,
    address: donor.address,
    residence: donor.residence,
    country: donor.country,
    tradeRegisterNumber: donor.tradeRegisterNumber,
    ultimateBeneficialOwners: donor.ubos.map((ubo) => ({
      name: ubo.name,
      address: ubo.address,
      residence: ubo.residence,
      country: ubo.country,
    })),
    lookThrough: donor.lookThrough
      .filter((overview) => overview.year === year)
      .map((overview) => ({
        receivedOn: overview.receivedOn,
        givers: overview.givers.map(({ name, amount }) => ({ name, amount: decimal(amount) })),
      })),
  };
}
