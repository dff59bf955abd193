import { euroCents } from '../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { possiblePurposes } from '../../../legal/procedure/possible-commands';
import { formatAmountInput } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type CaseView } from '../application/case-view';
import { fieldsOf, onPaper, type StepField, stepsToShow, type Typed } from './step-forms';

/** The form that was sent and refused, or nothing. */
export interface SentForm {
  readonly step: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
  readonly once: string;
}

/** One field as the template shows it. */
interface FieldView {
  readonly kind: StepField['kind'];
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
  readonly value: string;
  readonly error: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function fieldView(
  step: string,
  field: StepField,
  filled: { readonly typed: Typed; readonly errors: readonly FormError[] },
  words: Words,
): FieldView {
  const { name, kind, optional, choices } = field;
  const id = `${step}-${name}`;
  const own = `cases.field.${step}.${name}`;
  const label = words.texts.has(own) ? own : `cases.field.${name}`;
  const hint = `${label}.hint`;
  return {
    kind,
    id,
    name,
    label: words.t(label),
    hint: words.texts.has(hint) ? words.t(hint) : '',
    optional: optional === true,
    value: filled.typed[name] ?? '',
    error: filled.errors.find((error) => error.field === id)?.message ?? '',
    options: (choices ?? []).map((value) => ({
      value,
      label: words.t(`cases.${name}.${value}`),
    })),
  };
}

/** What the calculation gives stands in the amount of a draft; the drafter may write another. */
function proposed(step: string, view: CaseView, words: Words): Typed {
  const { calculation, state } = view;
  const amount = (cents: number): Typed => ({
    amount: formatAmountInput(euroCents(cents), words.language),
  });
  if (step === 'draft_fine' && calculation !== null) return amount(calculation.amount);
  const owed = ['record_payment', 'draft_set_off'].includes(step);
  return owed && state.outstanding > 0 ? amount(state.outstanding) : {};
}

/** A form for every step that this reader can take now; the one that brings the case on is open. */
export function stepForms(
  view: CaseView,
  today: PlainDate,
  sent: SentForm,
  words: Words,
): readonly object[] {
  const purposes = view.possible.includes('draft_decision')
    ? possiblePurposes(view.state, today)
    : [];
  return stepsToShow(view.possible, purposes).map((step, index) => {
    const mine = sent.step === step;
    const filled = mine ? sent : { typed: proposed(step, view, words), errors: [] };
    const note = `cases.step.${step}.note`;
    return {
      step,
      title: words.t(`cases.step.${step}`),
      note: words.texts.has(note) ? words.t(note) : '',
      paper: onPaper(step) !== null,
      open: sent.step === '' ? index === 0 : mine,
      submit: words.t(`cases.step.${step}.submit`),
      danger: ['dismiss', 'lapse'].includes(step),
      fields: fieldsOf(step).map((field) => fieldView(step, field, filled, words)),
    };
  });
}
