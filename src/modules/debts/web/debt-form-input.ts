import { formText } from '../../../platform/http/body';
import { type Typed } from '../../../platform/http/form-faults';
import { problem, type ProblemPart } from '../../../platform/http/problem';
import { check } from '../../../platform/http/validation';
import { readAmount, readDay } from '../../../platform/rendering/form-input';
import { type Language } from '../../../platform/rendering/language';
import { type MovementInput, type RegisterDebtCommand } from '../application/debt-verbs';
import { DebtBalanceBody, RegisterDebtBody, ReviseDebtBody } from './debt.bodies';
import { movementOf, particularsOf, registrationOf } from './debt-input';

const PARTICULARS = ['creditor', 'address', 'residence', 'institution'] as const;

/** The fields of the forms about a debt, in their order on the page. */
export const DEBT_FIELDS = [
  'recipientId',
  ...PARTICULARS,
  'underAdministrativeLaw',
  'kind',
  'amount',
  'on',
  'evidence',
  'reason',
] as const;

export function typedDebt(body: unknown): Typed {
  return Object.fromEntries(DEBT_FIELDS.map((name) => [name, formText(body, name).trim()]));
}

type Plain = Readonly<Record<string, unknown>>;

function filled(typed: Typed, names: readonly string[]): Plain {
  return Object.fromEntries(
    names.map((name) => [name, typed[name] ?? ''] as const).filter(([, text]) => text !== ''),
  );
}

function money(typed: Typed, language: Language): Plain {
  const { amount = '', on = '' } = typed;
  return {
    ...(amount === '' ? {} : { amount: readAmount(amount, language) ?? amount }),
    ...(on === '' ? {} : { on: readDay(on) ?? on }),
    ...filled(typed, ['evidence']),
  };
}

function particulars(typed: Typed): Plain {
  const underAdministrativeLaw = typed['underAdministrativeLaw'] === 'yes';
  return { ...filled(typed, PARTICULARS), underAdministrativeLaw };
}

/** Without a name nobody would find the debt again; the API may leave it for later. */
function nameFaults(typed: Typed): readonly ProblemPart[] {
  const fault = { in: 'body', location: '/creditor', code: 'text.length', detail: '' } as const;
  return (typed['creditor'] ?? '') === '' ? [fault] : [];
}

function refusal(faults: readonly ProblemPart[]): Error {
  return problem(400, 'input.invalid', 'The form has faults.', faults);
}

/** @throws Problem 400 with every fault in it. */
export function readRegistration(typed: Typed, language: Language): RegisterDebtCommand {
  const input = {
    ...filled(typed, ['recipientId']),
    ...particulars(typed),
    ...money(typed, language),
  };
  const { value, errors } = check(RegisterDebtBody, input);
  const faults = [...errors, ...nameFaults(typed)];
  if (value === null || faults.length > 0) throw refusal(faults);
  return registrationOf(value);
}

/** @throws Problem 400 with every fault in it. */
export function readMovement(typed: Typed, language: Language): MovementInput {
  const input = { ...filled(typed, ['kind']), ...money(typed, language) };
  const { value, errors } = check(DebtBalanceBody, input);
  if (value === null) throw refusal(errors);
  return movementOf(value);
}

/** @throws Problem 400 with every fault in it. */
export function readRevision(typed: Typed): {
  readonly particulars: ReturnType<typeof particularsOf>;
  readonly reason: string;
} {
  const input = { ...particulars(typed), ...filled(typed, ['reason']) };
  const { value, errors } = check(ReviseDebtBody, input);
  const faults = [...errors, ...nameFaults(typed)];
  if (value === null || faults.length > 0) throw refusal(faults);
  return { particulars: particularsOf(value), reason: value.reason };
}
