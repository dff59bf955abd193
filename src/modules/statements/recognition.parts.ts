import { DecideEntries } from './application/decide-entries';
import { ConfirmProposals } from './application/decide-proposals';
import { UndoDecision } from './application/decide-undo';
import { BookByRules } from './application/rules-apply';
import { RememberDecision } from './application/rules-remember';
import { KeepRules } from './application/rules-verbs';

/** The verbs of proposals, decisions and rules, for the module. */
export const RECOGNITION_VERBS = [
  BookByRules,
  ConfirmProposals,
  DecideEntries,
  KeepRules,
  RememberDecision,
  UndoDecision,
];
