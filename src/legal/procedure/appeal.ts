import { type CaseState } from './case';
import { ZERO, type EuroCents } from '../kernel/euro-cents';
import { amountDecided, amountStanding } from './money';
import { protectionTerms } from './objection-terms';
import { notInThisPhase, refuseIf, type Check, type Steps } from './step';

function awaitsJudgment({ appeals }: CaseState): boolean {
  return appeals.at(-1)?.judgment === null;
}

const judgmentAwaited: Check = (state) => (awaitsJudgment(state) ? null : notInThisPhase(state));

/** After the decision on the objection, or after the judgment of the district court. */
const appealable: Check = (state) => {
  const judged = state.protection === 'appeal' && !awaitsJudgment(state);
  return judged || state.protection === 'objection_decided' ? null : notInThisPhase(state);
};

/** A term for objection or appeal runs, unused: not while something is pending. */
const waiting: Check = (state, on) => (state.protection === 'open' ? null : appealable(state, on));

const postArrived: Check = (state, on) => {
  const term = protectionTerms(state).at(-1);
  const { lastDay, postUntil } = term ?? { lastDay: on, postUntil: on };
  return refuseIf(on <= postUntil, 'term_running', { lastDay, postUntil });
};

function judgedAmount(
  state: CaseState,
  outcome: 'upheld' | 'amount_changed' | 'annulled',
  amount: EuroCents,
): EuroCents {
  if (outcome === 'annulled') return ZERO;
  return outcome === 'upheld' ? amountStanding(state) : amount;
}

/** Appeal, higher appeal and the end of all protection (Awb arts. 6:7, 6:24 and 8:7). */
export const APPEAL_STEPS: Steps<'lodge_appeal' | 'receive_judgment' | 'become_final'> = {
  lodge_appeal: {
    roles: ['overseer'],
    // Whether it came in time is for the court to say.
    checks: [appealable],
    take: ({ state: { appeals, protection }, on }) =>
      protection === 'appeal'
        ? {
            protection: 'higher_appeal',
            appeals: [...appeals, { court: 'council_of_state', lodgedOn: on, judgment: null }],
          }
        : {
            protection: 'appeal',
            appeals: [...appeals, { court: 'district_court', lodgedOn: on, judgment: null }],
          },
  },
  receive_judgment: {
    roles: ['overseer'],
    checks: [judgmentAwaited],
    refuses: ({ state }, { outcome, amount }) => {
      if (outcome !== 'amount_changed') return null;
      const before = amountDecided(state);
      return (
        refuseIf(amount <= ZERO, 'amount_not_positive', { amount }) ??
        refuseIf(amount > before, 'higher_than_before', { amount, before })
      );
    },
    take: ({ state, on }, { outcome, amount }) => {
      const judgment = { on, outcome, amount: judgedAmount(state, outcome, amount) };
      const appeals = state.appeals.map((appeal) =>
        appeal.judgment === null ? { ...appeal, judgment } : appeal,
      );
      return state.protection === 'higher_appeal'
        ? { appeals, protection: 'final', finalOn: on }
        : { appeals };
    },
  },
  become_final: {
    roles: ['system'],
    checks: [waiting, postArrived],
    take: ({ on }) => ({ protection: 'final', finalOn: on }),
  },
};
