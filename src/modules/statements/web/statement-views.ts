import { type Words } from '../../../platform/rendering/words';
import { type StoredEntry } from '../application/read-entries';
import {
  type AccountView,
  type Intake,
  type StoredStatement,
} from '../application/read-statements';
import { faultWords } from './fault-words';
import {
  type BankAccountAnswer,
  type BankEntryAnswer,
  type BankStatementAnswer,
  type StatementIntakeAnswer,
} from './statement.answers';

export function intakeView(
  intake: Intake,
  sentBefore: boolean,
  words: Words,
): Readonly<StatementIntakeAnswer> {
  const { id, fileName, state, sentAt, endedAt, faults } = intake;
  const { entriesFound, entriesAdded, statementsFound, statementsKnown } = intake;
  return {
    id,
    name: fileName,
    state,
    sentBefore,
    entriesFound,
    entriesAdded,
    statementsFound,
    statementsKnown,
    faults: (faults ?? []).map((fault) => ({ code: fault.code, ...faultWords(fault, words) })),
    sentAt,
    endedAt,
  };
}

export function statementView(statement: StoredStatement): Readonly<BankStatementAnswer> {
  const { id, accountId, account, format, statementId, from, until, opening, closing } = statement;
  const { entriesFound, entriesAdded, entriesOpen, intakeId, readAt } = statement;
  return {
    id,
    accountId,
    account,
    format,
    statementId,
    from,
    until,
    opening,
    closing,
    entriesFound,
    entriesAdded,
    entriesOpen,
    intakeId,
    readAt,
  };
}

export function entryView(entry: StoredEntry): Readonly<BankEntryAnswer> {
  const { id, position, bookedOn, valueOn, direction, amount, reversal, reference } = entry;
  const { means, counterparty, description, paymentReference, batchOf, returnReason } = entry;
  const { name, iban, bic, address } = counterparty;
  return {
    id,
    position,
    bookedOn,
    valueOn,
    direction,
    amount,
    reversal,
    reference,
    means,
    counterparty: { name, iban, bic, address },
    description,
    paymentReference,
    batchOf,
    returnReason,
    state: entry.state,
    contributionIds: entry.contributionIds,
  };
}

export function accountView(view: AccountView): Readonly<BankAccountAnswer> {
  const { id, account, recipientId, statements, entries, covered, missing } = view;
  return { id, account, recipientId, statements, entries, covered, missing };
}
