import { DecideEntries } from './application/decide-entries';
import { RegisterPayer } from './application/decide-new-donor';
import { ConfirmProposals } from './application/decide-proposals';
import { UndoDecision } from './application/decide-undo';
import { BookByRules } from './application/rules-apply';
import { RememberDecision } from './application/rules-remember';
import { KeepRules } from './application/rules-verbs';
import { RulesMayApplyHandler } from './jobs/rules-may-apply.job';
import { DecideForms } from './web/proposal-decide-forms';
import { DecideMoves } from './web/proposal-decide-moves';
import { DecidePages } from './web/proposal-decide.pages';
import { DecideOne } from './web/proposal-decide-one';
import { BankEntriesController } from './web/proposal-entries.controller';
import { ProposalListPages } from './web/proposal-list.pages';
import { SplitForms } from './web/proposal-split';
import { RuleForms } from './web/rules-forms';
import { BankRulesController } from './web/rules.controller';
import { RulePages } from './web/rules.pages';

/** The verbs of proposals, decisions and rules, for the module. */
export const RECOGNITION_VERBS = [
  BookByRules,
  ConfirmProposals,
  DecideEntries,
  KeepRules,
  RegisterPayer,
  RememberDecision,
  UndoDecision,
];

export const RECOGNITION_FORMS = [
  DecideForms,
  DecideMoves,
  DecideOne,
  RuleForms,
  RulesMayApplyHandler,
  SplitForms,
];

/** Before the page of a statement, which takes any word after /bank/. */
export const RECOGNITION_CONTROLLERS = [
  BankEntriesController,
  BankRulesController,
  ProposalListPages,
  DecidePages,
  RulePages,
];
