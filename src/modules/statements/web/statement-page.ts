import { type Fact } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type StoredEntry } from '../application/read-entries';
import { type StoredStatement } from '../application/read-statements';
import { proposalsOf } from './statement-links';
import { accountWords, centsWords, count, entryCells, periodWords } from './statement-words';

export interface StatementReader {
  readonly mayDecide: boolean;
  /** The path to the next lines, '' on the last page. */
  readonly next: string;
}

/** The data of pages/statements/statement.njk. */
export function statementPage(
  statement: StoredStatement,
  entries: readonly StoredEntry[],
  reader: StatementReader,
  words: Words,
): object {
  return {
    id: statement.id,
    title: words.t('statements.one.title', {
      period: periodWords(statement.from, statement.until, words),
    }),
    account: accountWords(statement.account),
    unknownOwner: statement.recipientId === null,
    assign: reader.mayDecide ? `/bank/rekeningen/${statement.accountId}` : '',
    facts: factsOf(statement, words),
    proposals: proposalsOf(statement, reader.mayDecide, words),
    entries: entries.map((entry) => entryCells(entry, words)),
    paging: { previous: '', next: reader.next },
  };
}

function factsOf(statement: StoredStatement, words: Words): readonly Fact[] {
  const { entriesFound, entriesAdded, statementId } = statement;
  const t = (key: string): string => words.t(`statements.one.${key}`);
  return [
    { label: t('account'), value: accountWords(statement.account) },
    {
      label: t('owner'),
      value: statement.recipientName ?? words.t('statements.owner.unknown'),
    },
    ...(statementId === null ? [] : [{ label: t('number'), value: statementId }]),
    {
      label: t('file'),
      value: statement.fileName,
      href: `/bank/bestanden/${statement.intakeId}`,
      note: words.t(`statements.format.${statement.format}`),
    },
    { label: t('opening'), value: centsWords(statement.opening, words) },
    { label: t('closing'), value: centsWords(statement.closing, words) },
    {
      label: t('lines'),
      value: words.t('statements.one.linesNew', {
        added: count(entriesAdded, words),
        known: count(entriesFound - entriesAdded, words),
      }),
    },
  ];
}
