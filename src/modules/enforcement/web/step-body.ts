import { ApiProperty } from '@nestjs/swagger';
import { ValidateBy, type ValidationArguments } from 'class-validator';
import {
  CentsField,
  ChoiceField,
  DayField,
  IntegerField,
  TextField,
} from '../../../platform/http/fields';
import { type StepCommand } from '../application/case-view';

type StepType = StepCommand['type'];

interface Fields {
  readonly needs: readonly string[];
  readonly takes?: readonly string[];
  /** What `outcome` may be. */
  readonly outcomes?: readonly string[];
}

/** What each step says beside its type. */
const FIELDS: Readonly<Record<StepType, Fields>> = {
  start_review: { needs: [] },
  request_information: { needs: ['question', 'lastDay'] },
  receive_information: { needs: [] },
  offer_repair: { needs: ['lastDay'] },
  report_repair: { needs: [] },
  dismiss: { needs: ['reason'] },
  send_to_prosecutor: { needs: ['offence'] },
  receive_prosecutor: { needs: ['answer'] },
  resume_after_prosecutor: { needs: [] },
  draw_report: { needs: ['text'] },
  ask_views: { needs: ['lastDay'] },
  receive_views: { needs: [] },
  send_to_committee: { needs: [] },
  extend_advice: { needs: [] },
  receive_advice: { needs: ['advice', 'text'] },
  draft_decision: {
    needs: ['purpose', 'amount', 'reasons'],
    takes: ['outcome'],
    outcomes: ['inadmissible', 'unfounded', 'amount_changed', 'annulled'],
  },
  withdraw_draft: { needs: [] },
  send_back_draft: { needs: ['reason'] },
  approve_decision: { needs: ['version', 'sha256'] },
  notify: { needs: [] },
  receive_objection: { needs: [], takes: ['postedOn'] },
  refer_objection_to_committee: { needs: [] },
  hold_hearing: { needs: [] },
  waive_hearing: { needs: [] },
  adjourn_objection: { needs: [] },
  notify_objection_decision: { needs: [] },
  lodge_appeal: { needs: [] },
  receive_judgment: {
    needs: ['outcome', 'amount'],
    outcomes: ['upheld', 'amount_changed', 'annulled'],
  },
  become_final: { needs: [] },
  record_payment: { needs: ['amount', 'evidence'] },
  payment_term_passed: { needs: [] },
  dun: { needs: [] },
  issue_writ: { needs: [] },
  repay: { needs: ['amount', 'evidence'] },
  lapse: { needs: [] },
};

export const STEP_TYPES = Object.keys(FIELDS) as readonly StepType[];

type Given = Readonly<Record<string, unknown>>;

function isStep(value: unknown): value is StepType {
  return STEP_TYPES.some((type) => type === value);
}

function extraOf(fields: Fields, given: Given): readonly string[] {
  const known = ['type', 'expectedVersion', ...fields.needs, ...(fields.takes ?? [])];
  return Object.keys(given).filter((name) => given[name] !== undefined && !known.includes(name));
}

/** What is wrong with the fields of a step as a whole; empty when nothing is. */
function misfits(type: unknown, given: Given): readonly string[] {
  if (!isStep(type)) return [];
  const fields = FIELDS[type];
  const absent = fields.needs.filter((name) => given[name] === undefined);
  const extra = extraOf(fields, given);
  const { outcome } = given;
  const wrong = typeof outcome === 'string' && fields.outcomes?.includes(outcome) === false;
  return [
    ...(absent.length > 0 ? [`it needs ${absent.join(', ')}`] : []),
    ...(extra.length > 0 ? [`it does not take ${extra.join(', ')}`] : []),
    ...(wrong ? [`its outcome is one of ${(fields.outcomes ?? []).join(', ')}`] : []),
  ];
}

/** On the type of a step: says everything that is missing or too much, in one go. */
function FitsItsStep(): PropertyDecorator {
  return ValidateBy(
    {
      name: 'step.fields',
      validator: {
        validate: (value, given) => misfits(value, objectOf(given)).length === 0,
        defaultMessage: (given) =>
          `The step ${String(given?.value)}: ${misfits(given?.value, objectOf(given)).join('; ')}.`,
      },
    },
    { context: { code: 'step.fields' } },
  );
}

function objectOf(given: ValidationArguments | undefined): Given {
  return { ...(given?.object as Given | undefined) };
}

/** One step: which fields it needs depends on its type. */
export class TakeStepBody {
  @IntegerField({
    example: 3,
    min: 1,
    max: 1_000_000,
    description: 'The version of the case you looked at; refused when it has moved on since.',
  })
  readonly expectedVersion!: number;

  @ChoiceField({ example: 'ask_views', choices: STEP_TYPES })
  @FitsItsStep()
  readonly type!: StepType;

  @DayField({ example: '2025-06-30', optional: true })
  readonly lastDay?: string;

  @DayField({ example: '2025-10-01', optional: true, description: 'The day on the postmark.' })
  readonly postedOn?: string;

  @TextField({ example: 'Welke gever bedoelt u?', max: 4000, optional: true })
  readonly question?: string;

  @TextField({ example: 'De gift is alsnog gemeld.', max: 4000, optional: true })
  readonly reason?: string;

  @TextField({ example: 'Valsheid in geschrift', max: 1000, optional: true })
  readonly offence?: string;

  @ChoiceField({ example: 'waived', choices: ['waived', 'prosecutes'], optional: true })
  readonly answer?: 'waived' | 'prosecutes';

  @TextField({ example: 'De gift is niet gemeld.', max: 20_000, optional: true })
  readonly text?: string;

  @ChoiceField({ example: 'fine', choices: ['fine', 'no_fine', 'other'], optional: true })
  readonly advice?: 'fine' | 'no_fine' | 'other';

  @ChoiceField({
    example: 'fine',
    choices: ['fine', 'no_fine', 'objection', 'set_off'],
    optional: true,
  })
  readonly purpose?: 'fine' | 'no_fine' | 'objection' | 'set_off';

  @CentsField({ example: 250_000, min: 0, optional: true })
  readonly amount?: number;

  @TextField({ example: 'De gift is niet gemeld.', max: 20_000, optional: true })
  readonly reasons?: string;

  @ChoiceField({
    example: 'unfounded',
    choices: ['inadmissible', 'unfounded', 'amount_changed', 'annulled', 'upheld'],
    optional: true,
  })
  readonly outcome?: string;

  @IntegerField({ example: 1, min: 1, max: 1_000_000, optional: true })
  readonly version?: number;

  @TextField({
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
    optional: true,
  })
  readonly sha256?: string;

  @TextField({ example: 'Bankafschrift 2025-204', max: 1000, optional: true })
  readonly evidence?: string;
}

/** The command in a body that was checked: absent where a step may do without is null. */
export function commandOf({ expectedVersion: _, type, ...given }: TakeStepBody): StepCommand {
  const takes = (FIELDS[type].takes ?? []).map((name) => [name, null] as const);
  const said = Object.entries(given as Given).filter(([, value]) => value !== undefined);
  return { type, ...Object.fromEntries([...takes, ...said]) } as StepCommand;
}

/** Documents that come along, by hash. */
export class DocumentBody {
  @TextField({ example: 'bewijs.pdf', max: 200 })
  readonly name!: string;

  @TextField({
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    max: 64,
    pattern: /^[0-9a-f]{64}$/,
  })
  @ApiProperty({ description: 'SHA-256 of the bytes, lower-case hexadecimal.' })
  readonly sha256!: string;
}
