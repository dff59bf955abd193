import { type FineProposal } from '../../../legal/fines/propose-fine';
import { printReference } from '../../../legal/kernel/law-reference';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { parameter, type ParameterKey, parametersOn } from '../../../legal/parameters';
import { type CaseState, type DraftDecision } from '../../../legal/procedure/case';
import { type Finding, type SeenParameter } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import { readFinding } from '../../judgements/public';
import { type StoredCase } from '../persistence/case.store';
import { calculateFine } from './calculate-fine';
import { type DecisionContent } from './decision-content';

/** Every parameter a decision on a fine rests on, beside those of the rule itself. */
const OF_A_FINE: readonly ParameterKey[] = [
  'fine.max',
  'fine.decision_term',
  'fine.objection_term',
  'fine.payment_term',
];

function parametersSeen(finding: Finding | null, on: PlainDate): readonly SeenParameter[] {
  const keys = new Set<string>([
    ...OF_A_FINE,
    ...(finding?.parameters.map(({ key }) => key) ?? []),
  ]);
  return parametersOn(on).flatMap(({ key, value, unit, source, from }) =>
    keys.has(key) && value !== null ? [{ key, value, unit, source, inForceFrom: from }] : [],
  );
}

function paymentWeeks(purpose: DraftDecision['purpose'], on: PlainDate): number | null {
  const term = parameter('fine.payment_term', on);
  return purpose !== 'fine' || term === 'unknown' ? null : term.value;
}

type Drafted = Pick<DraftDecision, 'purpose' | 'amount' | 'reasons' | 'outcome'>;

/** What a draft says, and the hash of exactly that. */
export interface DraftedContent {
  readonly content: string;
  readonly sha256: string;
}

/** Puts together everything a decision says; amount and outcome as the procedure took them. */
export async function draftContent(
  tx: Transaction,
  head: StoredCase,
  drafted: Drafted,
): Promise<DraftedContent> {
  const { state } = head;
  const stored = head.findingId === null ? null : await readFinding(tx, head.findingId);
  const facts = stored?.content ?? null;
  const wanted = drafted.purpose !== 'set_off' && drafted.purpose !== 'no_fine';
  const calculation = wanted ? await calculateFine(tx, head, state, tx.today) : null;
  const decision: DecisionContent = {
    layout: 'case-decision/1',
    case: head.number,
    organisation: head.organisationName,
    addressee: { name: head.recipientName, kind: head.addresseeKind },
    violation: {
      rule: head.rule,
      article: printReference(state.subject.basis),
      violatedOn: state.subject.violatedOn,
      facts,
      tip: head.tip,
    },
    ...proceedings(state),
    ...drafted,
    calculation,
    deviates: deviates(drafted, calculation),
    paymentWeeks: paymentWeeks(drafted.purpose, tx.today),
    schedule: calculation?.schedule.version ?? null,
    parameters: {
      atViolation: parametersSeen(facts, state.subject.violatedOn),
      atDecision: parametersSeen(facts, tx.today),
    },
  };
  const content = canonicalJson(decision);
  return { content, sha256: sha256Hex(content) };
}

function deviates({ purpose, amount }: Drafted, calculation: FineProposal | null): boolean {
  return purpose === 'fine' && calculation !== null && calculation.amount !== amount;
}

function proceedings({
  report,
  views,
  advice,
}: CaseState): Pick<DecisionContent, 'report' | 'views' | 'advice'> {
  return {
    report: report === null ? null : { drawnOn: report.drawnOn, text: report.text },
    views: views === null ? null : { askedOn: views.askedOn, receivedOn: views.receivedOn },
    advice: adviceGiven(advice),
  };
}

function adviceGiven(advice: CaseState['advice']): DecisionContent['advice'] {
  if (advice === null || advice.receivedOn === null) return null;
  const { receivedOn, text } = advice;
  return { receivedOn, advice: advice.advice ?? 'other', text };
}
