import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import {
  type DebtParticulars,
  type MovementInput,
  type RegisterDebtCommand,
} from '../application/debt-verbs';
import {
  type DebtBalanceBody,
  type DebtParticularsFields,
  type RegisterDebtBody,
} from './debt.bodies';

export function particularsOf(body: DebtParticularsFields): DebtParticulars {
  return {
    creditor: body.creditor ?? null,
    address: body.address ?? null,
    residence: body.residence ?? null,
    institution: body.institution ?? null,
    underAdministrativeLaw: body.underAdministrativeLaw ?? false,
  };
}

export function registrationOf(body: RegisterDebtBody): RegisterDebtCommand {
  return {
    recipientId: body.recipientId,
    particulars: particularsOf(body),
    drawn: {
      amount: euroCents(body.amount),
      on: plainDate(body.on),
      evidence: body.evidence,
    },
  };
}

export function movementOf(body: DebtBalanceBody): MovementInput {
  return {
    kind: body.kind,
    amount: euroCents(body.amount),
    on: plainDate(body.on),
    evidence: body.evidence,
  };
}
