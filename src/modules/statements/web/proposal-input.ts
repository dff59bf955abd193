import { euroCents } from '../../../legal/kernel/euro-cents';
import { type ProblemPart } from '../../../platform/http/problem';
import { type BookedPart, type EntryAct, part, refused } from '../application/decide-commands';
import { type StoredEntry } from '../application/read-entries';
import { type DecisionPartBody, type EntryDecisionBody } from './proposal.bodies';

function missing(at: number, name: string, detail: string): ProblemPart {
  return part(`/parts/${String(at)}/${name}`, 'field.required', detail);
}

/** What the caller asks to be done with the entry. @throws Problem 400 with all faults. */
export function actOf(body: EntryDecisionBody, entry: StoredEntry): EntryAct {
  const parts = body.parts ?? [];
  switch (body.do) {
    case 'book':
      return booking(body, entry);
    case 'link':
      return { do: 'link', contributionIds: settledParts(parts, entry).map(idOf) };
    case 'return':
      return { do: 'settle', kind: 'returned_to_donor', parts: settledParts(parts, entry) };
    case 'transfer_to_state':
      return { do: 'settle', kind: 'transferred_to_state', parts: settledParts(parts, entry) };
    case 'set_aside':
      return setAside(body);
  }
}

function booking(body: EntryDecisionBody, entry: StoredEntry): EntryAct {
  const { other, otherNote, costs } = body;
  return {
    do: 'book',
    parts: bookedParts(body.parts ?? [], entry),
    other: other === undefined ? null : { amount: euroCents(other), note: otherNote ?? 'other' },
    costs: costs === undefined ? null : euroCents(costs),
  };
}

function setAside({ setAsideReason: reason }: EntryDecisionBody): EntryAct {
  if (reason === undefined)
    throw refused([part('/setAsideReason', 'field.required', 'Say why it is set aside.')]);
  return { do: 'set_aside', reason };
}

function idOf({ contributionId }: { readonly contributionId: string }): string {
  return contributionId;
}

function bookedParts(
  parts: readonly DecisionPartBody[],
  entry: StoredEntry,
): readonly BookedPart[] {
  const faults: ProblemPart[] = [];
  const found = parts.map((one, at) => {
    const recipientId = one.recipientId ?? entry.recipientId;
    if (one.donorId === undefined) faults.push(missing(at, 'donorId', 'Name the donor.'));
    if (one.type === undefined) faults.push(missing(at, 'type', 'Name the type.'));
    if (recipientId === null) faults.push(missing(at, 'recipientId', 'Name the recipient.'));
    return {
      donorId: one.donorId ?? '',
      recipientId: recipientId ?? '',
      type: one.type ?? 'gift',
      amount: euroCents(one.amount ?? entry.amount),
      description: one.description ?? null,
    };
  });
  if (faults.length > 0) throw refused(faults);
  return found;
}

function settledParts(
  parts: readonly DecisionPartBody[],
  entry: StoredEntry,
): Extract<EntryAct, { readonly do: 'settle' }>['parts'] {
  const faults = parts.flatMap(({ contributionId }, at) =>
    contributionId === undefined
      ? [missing(at, 'contributionId', 'Name the contribution that is meant.')]
      : [],
  );
  if (faults.length > 0) throw refused(faults);
  return parts.map(({ contributionId = '', amount }) => ({
    contributionId,
    amount: euroCents(amount ?? entry.amount),
  }));
}
