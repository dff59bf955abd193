import { type Group } from '../../../legal/facts/group';
import { plainDate, type PlainDate } from '../../../legal/kernel/plain-date';
import { contains } from '../../../legal/kernel/period';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { draftWords, type FormDraft } from '../../../platform/drafts/public';
import { formatAmountInput, formatDayInput } from '../../../platform/rendering/format';
import { type Choice, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type DonorRecord } from '../../donors/public';
import { type StoredContribution } from '../application/read-contributions';
import { CONTRIBUTION_TYPES } from './contribution.bodies';
import { inKindOpen, type TypedGift } from './gift-input';
import { donorName } from './gift-words';

/** What the form offers to choose from. */
export interface GiftChoices {
  readonly group: Group;
  readonly donors: readonly DonorRecord[];
  readonly today: PlainDate;
}

function donorChoice({ id, name, kind, residence }: DonorRecord, words: Words): Choice {
  const shown = donorName(name, kind, words);
  const place = residence === null || residence === '' ? '' : `, ${residence}`;
  return { value: id, label: `${shown}${place}` };
}

/** Whoever belongs to the group today, and whoever did this year or the year before. */
function recipientChoices({ group, today }: GiftChoices): readonly Choice[] {
  const since = plainDate(`${String(Number(today.slice(0, 4)) - 1)}-01-01`);
  const seen = new Map<string, string>();
  for (const member of group.members)
    if (contains(member, today) || member.until === null || member.until >= since)
      seen.set(member.recipient, member.name);
  return [...seen].map(([value, label]) => ({ value, label }));
}

function typeChoices(words: Words): readonly Choice[] {
  return CONTRIBUTION_TYPES.map((value) => ({
    value,
    label: words.t(`gifts.type.${value}`),
    hint: words.t(`gifts.type.${value}Hint`),
  }));
}

/** A new gift: received by the party itself, of the commonest type. */
export function emptyGift(group: Group, donorId: string): TypedGift {
  const party = group.members.find(({ kind }) => kind === 'party') ?? group.members[0];
  return {
    donorId,
    recipientId: party?.recipient ?? '',
    type: 'gift',
    amount: '',
    receivedOn: '',
    marketValue: '',
    paid: '',
    valuation: '',
    description: '',
    bankReference: '',
    reason: '',
  };
}

/** A gift as it would have been typed, to be corrected. */
export function typedFrom(gift: StoredContribution, words: Words): TypedGift {
  const typed = (cents: string | null): string =>
    cents === null ? '' : formatAmountInput(euroCents(Number(cents)), words.language);
  return {
    donorId: gift.donorId,
    recipientId: gift.recipientId,
    type: gift.type,
    amount: typed(gift.amountCents),
    receivedOn: formatDayInput(plainDate(gift.receivedOn)),
    marketValue: typed(gift.marketValueCents),
    paid: typed(gift.paidCents),
    valuation: gift.valuation ?? '',
    description: gift.description ?? '',
    bankReference: gift.bankReference ?? '',
    reason: '',
  };
}

export interface GiftForm {
  /** The gift to correct; null for a new one. */
  readonly corrects: string | null;
  readonly once: string;
  readonly typed: TypedGift;
  readonly errors: readonly FormError[];
  readonly preCheck: object | null;
  /** What was typed before; null when nothing was, or when `typed` is newer. */
  readonly draft: FormDraft | null;
}

/** Path of the page with the form: what a draft is kept under. */
export function giftFormPath(corrects: string | null): string {
  return corrects === null ? '/giften/nieuw' : `/giften/${corrects}/verbeteren`;
}

/** The data of pages/contributions/new.njk. */
export function giftFormPage(form: GiftForm, choices: GiftChoices, words: Words): object {
  const { corrects } = form;
  return {
    action: corrects === null ? '/giften' : `/giften/${corrects}/verbeteren`,
    back: corrects === null ? '/giften' : `/giften/${corrects}`,
    correcting: corrects !== null,
    once: form.once,
    precheckUrl: corrects === null ? '/giften/controle' : `/giften/controle?verbetert=${corrects}`,
    values: form.typed,
    draft: draftWords(giftFormPath(corrects), form.draft, words),
    errors: form.errors,
    preCheck: form.preCheck,
    donors: choices.donors.map((donor) => donorChoice(donor, words)),
    recipients: recipientChoices(choices),
    types: typeChoices(words),
    inKindOpen: inKindOpen(
      form.typed,
      form.errors.map(({ field }) => field),
    ),
  };
}
