import { type Typed } from '../../../platform/http/form-faults';
import { type Choice } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type EntryDesk } from '../application/decide-desk';
import { type KnownContribution, type Proposal, SET_ASIDE_REASONS } from '../recognition/proposal';

export const BOOKABLE_TYPES = [
  'gift',
  'membership_dues',
  'office_holder_remittance',
  'legacy',
] as const;

export function typeChoices(words: Words): readonly Choice[] {
  return BOOKABLE_TYPES.map((value) => ({ value, label: words.t(`gifts.type.${value}`) }));
}

export function donorChoices(desk: EntryDesk, words: Words): readonly Choice[] {
  const { newName, donors } = desk;
  const fresh: readonly Choice[] = [
    ...(newName === null
      ? []
      : [{ value: 'new', label: words.t('recognition.decide.newDonor', { name: newName }) }]),
    { value: 'anonymous', label: words.t('recognition.decide.anonymous') },
  ];
  const known = donors.map(({ id, name, residence, kind }) => ({
    value: id,
    label: [name ?? words.t(`donors.kind.${kind}`), residence]
      .filter((one) => one !== null)
      .join(', '),
  }));
  return desk.row.proposed?.proposal.donorId === null ? [...fresh, ...known] : [...known, ...fresh];
}

export function recipientChoices({ group }: Pick<EntryDesk, 'group'>): readonly Choice[] {
  const names = new Map(group.members.map(({ recipient, name }) => [recipient, name]));
  return [...names].map(([value, label]) => ({ value, label }));
}

export function giftChoices(gifts: readonly KnownContribution[], words: Words): readonly Choice[] {
  return gifts.map(({ id, donorName, amount, receivedOn }) => ({
    value: id,
    label: words.t('recognition.decide.gift', {
      name: donorName ?? words.t('donors.kind.anonymous'),
      amount: words.euro(amount),
      day: words.day(receivedOn),
    }),
  }));
}

export function asideChoices(words: Words): readonly Choice[] {
  return SET_ASIDE_REASONS.map((value) => ({
    value,
    label: words.t(`recognition.aside.${value}`),
  }));
}

/** Who is filled in for an entry of which the donor is not known. */
function unknownDonor({ kind }: Proposal, newName: string | null): string {
  if (kind === 'cash') return 'anonymous';
  return newName === null ? '' : 'new';
}

/** What the forms show before anything was typed: the proposal. */
export function proposedValues({ row, newName, alike, returnable }: EntryDesk): Typed {
  const proposal = row.proposed?.proposal;
  if (proposal === undefined) return {};
  const { donorId, type, recipientId, action } = proposal;
  const [likeThis] = alike;
  const [given] = returnable;
  return {
    donorId: donorId ?? unknownDonor(proposal, newName),
    type,
    recipientId: recipientId ?? row.entry.recipientId ?? '',
    ...(likeThis === undefined ? {} : { linkId: likeThis.id }),
    ...(given === undefined ? {} : { settleId: given.id }),
    settleKind: 'returned_to_donor',
    ...(action === null ? {} : valuesOf(action)),
  };
}

function valuesOf(action: NonNullable<Proposal['action']>): Typed {
  switch (action.do) {
    case 'set_aside':
      return { setAsideReason: action.reason };
    case 'link':
      return { linkId: action.contributionId };
    case 'settle':
      return { settleId: action.contributionId };
    case 'book':
      return {};
  }
}
