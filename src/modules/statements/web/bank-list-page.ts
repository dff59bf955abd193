import { formatMoment } from '../../../platform/rendering/format';
import { type Cell, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import {
  type AccountView,
  type Intake,
  type StoredStatement,
} from '../application/read-statements';
import {
  accountWords,
  centsWords,
  count,
  intakeBadge,
  outcomeWords,
  periodWords,
} from './statement-words';

export interface BankList {
  readonly accounts: readonly AccountView[];
  readonly statements: readonly StoredStatement[];
  readonly intakes: readonly Intake[];
}

export interface BankListReader {
  readonly mayUpload: boolean;
  readonly errors: readonly FormError[];
  /** How many files were just sent; 0 for none. */
  readonly sent: number;
  /** The path to the next statements, '' on the last page. */
  readonly next: string;
}

/** The data of pages/statements/list.njk. */
export function bankListPage(list: BankList, reader: BankListReader, words: Words): object {
  const { accounts, statements, intakes } = list;
  return {
    mayUpload: reader.mayUpload,
    errors: reader.errors,
    sent: reader.sent === 0 ? '' : count(reader.sent, words),
    accounts: accounts.map((account) => accountCells(account, reader, words)),
    missing: accounts.flatMap((account) => missingLines(account, words)),
    statements: statements.map((statement) => statementCells(statement, words)),
    files: intakes.map((intake) => fileCells(intake, words)),
    paging: { previous: '', next: reader.next },
  };
}

function accountCells(account: AccountView, reader: BankListReader, words: Words): readonly Cell[] {
  const periods = account.covered.map(({ from, until }) => periodWords(from, until, words));
  const gaps = account.missing.map(({ from, until }) => periodWords(from, until, words));
  return [
    accountWords(account.account),
    ownerCell(account, reader.mayUpload, words),
    periods.join('; '),
    gaps.length === 0 ? words.t('statements.missing.none') : gaps.join('; '),
    count(account.entries, words),
  ];
}

function ownerCell(account: AccountView, mayAssign: boolean, words: Words): Cell {
  const href = `/bank/rekeningen/${account.id}`;
  if (account.recipientName !== null) {
    return mayAssign ? { text: account.recipientName, href } : account.recipientName;
  }
  const badge = { kind: 'warning', label: words.t('statements.owner.unknown') } as const;
  return mayAssign ? { text: words.t('statements.owner.assign'), href, badge } : { badge };
}

/** Each missing period with what moved in it. */
function missingLines({ account, missing }: AccountView, words: Words): readonly object[] {
  return missing.map(({ from, until, moved }) => ({
    text: words.t('statements.missing.line', {
      account: accountWords(account),
      period: periodWords(from, until, words),
    }),
    note:
      moved === null
        ? words.t('statements.missing.unknown')
        : words.t('statements.missing.moved', { amount: centsWords(moved, words) }),
  }));
}

export function statementCells(statement: StoredStatement, words: Words): readonly Cell[] {
  const { id, from, until, entriesAdded, entriesOpen, closing } = statement;
  return [
    { text: periodWords(from, until, words), href: `/bank/${id}` },
    { text: accountWords(statement.account), note: statement.recipientName ?? '' },
    words.t(`statements.format.${statement.format}`),
    count(entriesAdded, words),
    count(entriesOpen, words),
    centsWords(closing, words),
  ];
}

function fileCells(intake: Intake, words: Words): readonly Cell[] {
  return [
    { text: intake.fileName, href: `/bank/bestanden/${intake.id}` },
    formatMoment(intake.sentAt, words.language),
    { badge: intakeBadge(intake, words), note: outcomeWords(intake, words) },
  ];
}
