import { dayInNetherlands } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { type Intake, type StoredStatement } from '../application/read-statements';
import { statementCells } from './bank-list-page';
import { faultWords } from './fault-words';
import { count, intakeBadge, outcomeWords } from './statement-words';

const MOST_FAULTS = 100;

/** The data of pages/statements/intake.njk. */
export function intakePage(
  intake: Intake,
  statements: readonly StoredStatement[],
  sentAgain: boolean,
  words: Words,
): object {
  const faults = intake.faults ?? [];
  const waiting = intake.state === 'received' || intake.state === 'reading';
  const { statementsKnown } = intake;
  return {
    id: intake.id,
    name: intake.fileName,
    badge: intakeBadge(intake, words),
    waiting,
    found: waiting && intake.entriesFound > 0 ? count(intake.entriesFound, words) : '',
    outcome: outcomeWords(intake, words),
    again: sentAgain ? words.day(dayInNetherlands(intake.sentAt)) : '',
    refused: intake.state === 'refused',
    faults: faults.map((fault) => faultWords(fault, words)),
    more: faults.length >= MOST_FAULTS ? count(MOST_FAULTS, words) : '',
    statements: statements.map((statement) => statementCells(statement, words)),
    knownStatements:
      statementsKnown === 0
        ? ''
        : statementsKnown === 1
          ? words.t('statements.intake.knownStatement')
          : words.t('statements.intake.knownStatements', { count: count(statementsKnown, words) }),
  };
}
