import { type Typed } from '../../../platform/http/form-faults';
import { type Cell, type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { preCheckWords } from '../../contributions/public';
import { bankReferenceOf } from '../application/decide-entries';
import { type EntryDesk } from '../application/decide-desk';
import { type StoredDecision } from '../application/propose-list';
import {
  asideChoices,
  donorChoices,
  giftChoices,
  proposedValues,
  recipientChoices,
  typeChoices,
} from './proposal-choices';
import {
  actionWords,
  cautionWords,
  certaintyBadge,
  entryName,
  reasonWords,
} from './proposal-words';

export interface DecideView {
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
  readonly mayDecide: boolean;
  /** What was just done, in words, or ''. */
  readonly done: string;
  readonly ruleMade: boolean;
}

function factsOf({ row }: EntryDesk, words: Words): readonly Fact[] {
  const { entry } = row;
  const { counterparty } = entry;
  const fact = (key: string, value: string | null): readonly Fact[] =>
    value === null || value === '' ? [] : [{ label: words.t(`recognition.decide.${key}`), value }];
  return [
    ...fact(entry.direction === 'debit' ? 'dayDebit' : 'day', words.longDay(entry.bookedOn)),
    ...fact('account', entry.account),
    ...fact('counterparty', counterparty.iban),
    ...fact('description', entry.description),
    ...fact('reference', entry.reference),
  ];
}

function proposalPart(desk: EntryDesk, words: Words): object | null {
  const { proposed: found } = desk.row;
  if (found === null) return null;
  const { proposal } = found;
  const recipients = new Map(desk.group.members.map(({ recipient, name }) => [recipient, name]));
  return {
    kind: words.t(`recognition.kind.${proposal.kind}`),
    code: proposal.kind,
    badge: certaintyBadge(proposal, words),
    action: actionWords(proposal, { donors: desk.donorNames, recipients }, words),
    reasons: reasonWords(proposal, words),
    cautions: cautionWords(proposal, words),
  };
}

function consequencePart({ row }: EntryDesk, words: Words): object | null {
  const { consequence, entry, proposed: found } = row;
  if (consequence === null || found === null) return null;
  const { proposal } = found;
  return preCheckWords(
    consequence,
    {
      donorId: proposal.donorId ?? entry.id,
      recipientId: proposal.recipientId ?? '',
      type: proposal.type,
      form: 'money',
      amount: entry.amount,
      marketValue: null,
      paid: null,
      valuation: null,
      description: null,
      receivedOn: entry.bookedOn,
      bankReference: bankReferenceOf(entry),
    },
    words,
  );
}

function partRows({ lines }: StoredDecision, words: Words): readonly (readonly Cell[])[] {
  return lines.map((line) => {
    const amount = words.euro(String(line.amount));
    if (line.contributionId === null)
      return [
        { text: words.t(`recognition.decided.part.${line.kind}`), note: line.note ?? '' },
        '',
        amount,
      ];
    const name = line.donorName ?? words.t('donors.kind.anonymous');
    const badge = { kind: 'neutral' as const, label: words.t('recognition.decided.annulled') };
    return [
      { text: name, href: `/giften/${line.contributionId}` },
      line.counts ? words.t(`gifts.type.${line.type ?? 'gift'}`) : { badge },
      amount,
    ];
  });
}

function decidedPart(decision: StoredDecision, words: Words): object {
  const { ruleName, byRule, setAsideReason, note, undoneAt, undoReason } = decision;
  const rule =
    ruleName === null
      ? ''
      : words.t(`recognition.decided.${byRule ? 'byRule' : 'withRule'}`, { name: ruleName });
  return {
    title: words.t(`recognition.decided.${decision.kind}`),
    day: words.day(decision.decidedAt.slice(0, 10)),
    reason: setAsideReason === null ? '' : words.t(`recognition.aside.${setAsideReason}`),
    note: note ?? '',
    rule,
    rows: partRows(decision, words),
    undone:
      undoneAt === null
        ? ''
        : words.t('recognition.history.undone', {
            day: words.day(undoneAt.slice(0, 10)),
            reason: undoReason ?? '',
          }),
    canUndo: decision.kind !== 'settled',
  };
}

/** The data of pages/statements/decide.njk. */
export function decidePage(desk: EntryDesk, view: DecideView, words: Words): object {
  const { entry } = desk.row;
  const current = desk.decisions.find(({ undoneAt }) => undoneAt === null);
  const earlier = desk.decisions.filter(({ undoneAt }) => undoneAt !== null);
  const decidable = view.mayDecide && current === undefined;
  return {
    id: entry.id,
    title: words.t('recognition.decide.title', {
      name: entryName(entry, words),
      amount: words.euro(entry.amount),
    }),
    facts: factsOf(desk, words),
    proposal: proposalPart(desk, words),
    preCheck: consequencePart(desk, words),
    decision: current === undefined ? null : decidedPart(current, words),
    earlier: earlier.map((one) => decidedPart(one, words)),
    mayDecide: view.mayDecide,
    canBook: decidable && entry.direction === 'credit',
    canSettle: decidable && entry.direction === 'debit' && desk.returnable.length > 0,
    canSetAside: decidable,
    donors: donorChoices(desk, words),
    types: typeChoices(words),
    recipients: recipientChoices(desk),
    asideReasons: asideChoices(words),
    alike: giftChoices(desk.alike, words),
    returnable: giftChoices(desk.returnable, words),
    settleKinds: ['returned_to_donor', 'transferred_to_state'].map((value) => ({
      value,
      label: words.t(`treasurer.settlement.${value}`),
    })),
    values: { ...proposedValues(desk), ...view.typed },
    errors: view.errors,
    once: view.once,
    done: view.done,
    ruleMade: view.ruleMade,
  };
}
