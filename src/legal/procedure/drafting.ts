import { refused } from '../kernel/refusal';
import { type DraftDecision } from './case';
import { noDraftPending } from './guards';
import { sameAsDrafter, workedForCommittee } from './people';
import { PURPOSES } from './purposes';
import { firstRefusal, refuseIf, textMissing, type Check, type Refusal, type Steps } from './step';

export const ALL_PURPOSES: readonly DraftDecision['purpose'][] = [
  'fine',
  'no_fine',
  'objection',
  'set_off',
];

const draftThere: Check = ({ draft, phase }) =>
  draft === null ? refused('no_draft', { phase }) : null;

/** What a decision needs is asked again when it is taken. */
const purposeOpen: Check = (state, on) =>
  state.draft === null ? null : firstRefusal(PURPOSES[state.draft.purpose].checks, state, on);

function otherContent(
  { version, sha256 }: DraftDecision,
  asked: { readonly version: number; readonly sha256: string },
): Refusal | null {
  return refuseIf(version !== asked.version || sha256 !== asked.sha256, 'content_changed', {
    version,
    sha256,
  });
}

/** Four eyes (D8): one drafts, another approves exactly what was drafted. */
export const DRAFTING_STEPS: Steps<
  'draft_decision' | 'withdraw_draft' | 'send_back_draft' | 'approve_decision'
> = {
  draft_decision: {
    roles: ['overseer'],
    checks: [noDraftPending],
    refuses: (moment, command) => {
      const { state, on } = moment;
      const purpose = PURPOSES[command.purpose];
      return (
        workedForCommittee(moment) ??
        firstRefusal(purpose.checks, state, on) ??
        textMissing(command.reasons, 'reasons') ??
        purpose.refuses(state, command)
      );
    },
    take: ({ state, actor, on }, { purpose, sha256, reasons, ...proposed }) => ({
      draftsMade: state.draftsMade + 1,
      draft: {
        purpose,
        version: state.draftsMade + 1,
        sha256,
        draftedBy: actor.id,
        draftedOn: on,
        amount: PURPOSES[purpose].amount(state, proposed),
        reasons,
        outcome: purpose === 'objection' ? proposed.outcome : null,
      },
    }),
  },
  withdraw_draft: {
    roles: ['overseer'],
    checks: [draftThere],
    refuses: workedForCommittee,
    take: () => ({ draft: null }),
  },
  send_back_draft: {
    roles: ['decision_maker'],
    checks: [draftThere],
    refuses: (moment, { reason }) =>
      workedForCommittee(moment) ?? sameAsDrafter(moment) ?? textMissing(reason, 'reason'),
    take: () => ({ draft: null }),
  },
  approve_decision: {
    roles: ['decision_maker'],
    checks: [draftThere, purposeOpen],
    refuses: (moment, command) => {
      const { draft } = moment.state;
      if (draft === null) return null;
      return (
        workedForCommittee(moment) ??
        sameAsDrafter(moment) ??
        otherContent(draft, command) ??
        PURPOSES[draft.purpose].refuses(moment.state, draft)
      );
    },
    take: ({ state, actor, on }) => {
      if (state.draft === null) return {};
      const { purpose, sha256, draftedBy, amount, reasons, outcome } = state.draft;
      const approved = { approvedBy: actor.id, decidedOn: on };
      const decided = { purpose, sha256, draftedBy, ...approved, amount, reasons, outcome };
      return {
        draft: null,
        decisions: [...state.decisions, decided],
        ...PURPOSES[purpose].take(state, decided, on),
      };
    },
  },
};
