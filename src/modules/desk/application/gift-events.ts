import { type Finding } from '../../../legal/rules/finding';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type GiftLife } from '../../contributions/public';
import { readDonorNames } from '../../donors/public';
import { listEvidence } from '../../evidence/public';
import { readGroup } from '../../parties/public';
import { publicationOf } from '../../publication/public';
import {
  disclosuresOf,
  dutyOf,
  filingsOf,
  type FindingSpell,
  findingSpells,
  noticesOf,
  settledBy,
} from '../persistence/gift-events.query';
import { type GiftDifference, giftDifferences, type GiftVersion } from './gift-differences';

export const GIFT_EVENTS = [
  'booked',
  'corrected',
  'annulled',
  'returned_to_donor',
  'transferred_to_state',
  'destroyed',
  'found',
  'resolved',
  'notice_due',
  'notice_lapsed',
  'notified',
  'listed',
  'disclosed',
  'published',
  'evidence_attached',
  'evidence_removed',
] as const;
export type GiftEventKind = (typeof GIFT_EVENTS)[number];

/** One moment in the life of a gift: what, when, who, why and what it changed. */
export interface GiftEvent {
  readonly kind: GiftEventKind;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** The account that did it; null for what the rules or the clock did. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly amountCents: string | null;
  /** The day it is about: of return, or the last day of a notice. */
  readonly day: string | null;
  /** Which one: the rule, the number of a notice or overview, the ground of disclosure, the file. */
  readonly about: string | null;
  readonly href: string | null;
  readonly differences: readonly GiftDifference[];
  /** Of a finding: how grave, and what it is called. */
  readonly finding: Pick<Finding, 'severity' | 'rule' | 'outcome'> | null;
  /** Of an overview: what is filed, about which year, and which version. */
  readonly filing: {
    readonly kind: string;
    readonly year: number;
    readonly version: number;
  } | null;
}

const NOTHING = {
  by: null,
  reason: null,
  amountCents: null,
  day: null,
  about: null,
  href: null,
  differences: [],
  finding: null,
  filing: null,
} as const;

type Version = GiftLife['versions'][number];
type Names = ReadonlyMap<string, string>;

function versionOf(version: Version, donors: Names, recipients: Names): GiftVersion {
  return {
    donor: donors.get(version.donorId) ?? version.donorId,
    recipient: recipients.get(version.recipientId) ?? version.recipientId,
    type: version.type,
    form: version.form,
    amount: version.amountCents,
    marketValue: version.marketValueCents,
    paid: version.paidCents,
    receivedOn: version.receivedOn,
    valuation: version.valuation,
    description: version.description,
    bankReference: version.bankReference,
  };
}

async function bookings(tx: Transaction, life: GiftLife): Promise<readonly GiftEvent[]> {
  const tenantId = tenantOf(tx);
  const { versions, annulment } = life;
  const found = await readDonorNames(
    tx,
    tenantId,
    versions.map(({ donorId }) => donorId),
  );
  const donors = new Map([...found].map(([id, { name }]) => [id, name ?? id]));
  const { members } = await readGroup(tx, tenantId);
  const recipients = new Map(members.map(({ recipient, name }) => [recipient, name]));
  const said = versions.map((version) => versionOf(version, donors, recipients));
  const events = versions.map((version, index): GiftEvent => {
    const [before, after] = [said[index - 1], said[index]];
    const first = before === undefined || after === undefined;
    return {
      ...NOTHING,
      kind: first ? 'booked' : 'corrected',
      at: version.bookedAt,
      by: version.bookedBy,
      reason: version.correctionReason,
      amountCents: version.amountCents,
      day: first ? version.receivedOn : null,
      differences: first ? [] : giftDifferences(before, after),
    };
  });
  if (annulment === null) return events;
  const { recordedAt, recordedBy, reason } = annulment;
  return [...events, { ...NOTHING, kind: 'annulled', at: recordedAt, by: recordedBy, reason }];
}

async function settlements(tx: Transaction, life: GiftLife): Promise<readonly GiftEvent[]> {
  const who = await settledBy(tx, tenantOf(tx), life.current.rootId);
  return life.settlements.map((one) => ({
    ...NOTHING,
    kind: one.kind as GiftEventKind,
    at: one.recordedAt,
    by: who.find(({ id }) => id === one.id)?.recordedBy ?? null,
    reason: one.evidence,
    amountCents: one.amountCents,
    day: one.settledOn,
  }));
}

/**
 * A finding comes once and goes once: that its amounts changed in between, with another gift, is no
 * moment in the life of this one.
 */
export function comingsAndGoings(spells: readonly FindingSpell[]): readonly GiftEvent[] {
  const standing = new Map<string, FindingSpell>();
  const events: GiftEvent[] = [];
  for (const spell of spells) {
    const { key, severity, content } = spell;
    const { rule, outcome } = content;
    const about = { ...NOTHING, about: rule, finding: { severity, rule, outcome } };
    if (!standing.has(key)) events.push({ ...about, kind: 'found', at: spell.foundAt });
    standing.set(key, spell);
    if (spell.endedAt === null || spell.endedBy === 'superseded') continue;
    events.push({ ...about, kind: 'resolved', at: spell.endedAt });
    standing.delete(key);
  }
  return events;
}

async function notices(tx: Transaction, rootId: string): Promise<readonly GiftEvent[]> {
  const tenantId = tenantOf(tx);
  const duties = await dutyOf(tx, tenantId, rootId);
  const listed = await noticesOf(tx, tenantId, rootId);
  return [
    ...duties.flatMap(({ arose, enforcedLastDay, lapsedAt }): readonly GiftEvent[] => [
      { ...NOTHING, kind: 'notice_due', at: arose, day: enforcedLastDay },
      ...(lapsedAt === null ? [] : [{ ...NOTHING, kind: 'notice_lapsed' as const, at: lapsedAt }]),
    ]),
    ...listed.map((notice): GiftEvent => ({
      ...NOTHING,
      kind: 'notified',
      at: notice.filedAt,
      by: notice.filedBy,
      amountCents: notice.amountCents,
      about: notice.number,
      href: `/meldingen/${notice.noticeId}`,
    })),
  ];
}

async function filings(tx: Transaction, rootId: string): Promise<readonly GiftEvent[]> {
  const tenantId = tenantOf(tx);
  const listed = await filingsOf(tx, tenantId, rootId);
  const known = await disclosuresOf(tx, tenantId, rootId);
  return [
    ...listed.map(({ expectedId, kind, year, version, number, filedAt, filedBy }): GiftEvent => ({
      ...NOTHING,
      kind: 'listed',
      at: filedAt,
      by: filedBy,
      about: number,
      href: `/overzichten/${expectedId}?versie=${String(version)}`,
      filing: { kind, year, version },
    })),
    ...known.map(({ ground, at }): GiftEvent => ({
      ...NOTHING,
      kind: 'disclosed',
      at,
      about: ground,
    })),
  ];
}

async function publication(tx: Transaction, rootId: string): Promise<readonly GiftEvent[]> {
  const own = await publicationOf(tx, tenantOf(tx), rootId);
  if (own === null) return [];
  const { publicId, publishedAt } = own;
  const href = `/register/giften/${publicId}`;
  return [{ ...NOTHING, kind: 'published', at: publishedAt, about: publicId, href }];
}

async function evidence(tx: Transaction, id: string): Promise<readonly GiftEvent[]> {
  const files = await listEvidence(tx, tenantOf(tx), { kind: 'contribution', id });
  return files.flatMap(({ name, attachedAt, attachedBy, removedAt, removalReason }) => {
    const about = { ...NOTHING, about: name };
    const removed: readonly GiftEvent[] =
      removedAt === null
        ? []
        : [{ ...about, kind: 'evidence_removed', at: removedAt, reason: removalReason }];
    return [{ ...about, kind: 'evidence_attached', at: attachedAt, by: attachedBy }, ...removed];
  });
}

/**
 * Everything that happened to one gift, newest first: what the party did, what the rules said of it
 * and what the overseer came to know. It stands here, above all modules that know a part of it, so
 * that contributions need not hear of notices or overviews.
 */
export async function readGiftEvents(
  tx: Transaction,
  life: GiftLife,
): Promise<readonly GiftEvent[]> {
  const { id, rootId } = life.current;
  const spells = await findingSpells(tx, tenantOf(tx), rootId);
  const events = [
    ...(await bookings(tx, life)),
    ...(await settlements(tx, life)),
    ...comingsAndGoings(spells),
    ...(await notices(tx, rootId)),
    ...(await filings(tx, rootId)),
    ...(await publication(tx, rootId)),
    ...(await evidence(tx, id)),
  ];
  const place = ({ kind }: GiftEvent): number => GIFT_EVENTS.indexOf(kind);
  return events.toSorted((a, b) => (a.at === b.at ? place(b) - place(a) : a.at < b.at ? 1 : -1));
}
