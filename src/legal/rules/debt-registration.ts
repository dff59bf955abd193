import { firstDayOfYearBefore } from '../calendar/countback';
import { type Debt, type DebtBalance } from '../facts/debt';
import { reaches, type EuroCents } from '../kernel/euro-cents';
import { type LawReference } from '../kernel/law-reference';
import { addDays, type PlainDate } from '../kernel/plain-date';
import { finding, parameterUnknown } from './drafting';
import { type Finding } from './finding';
import { AS_IN_FORCE } from './rule';
import { see, type Sight } from './seen-parameter';

const CODE = 'WFPP-21-3';
const BASIS: LawReference = { law: 'Wfpp', article: '21', paragraph: '3' };

/** A balance that reached the limit, or the parameter that nobody knows to tell. */
type Reached =
  | {
      readonly kind: 'reached';
      readonly balance: DebtBalance;
      readonly limit: Extract<Sight<EuroCents>, { kind: 'set' }>;
    }
  | { readonly kind: 'unknown'; readonly key: string; readonly since: PlainDate };

function firstReaching(balances: readonly DebtBalance[]): Reached | null {
  const reached = balances.map((balance): Reached | null => {
    const limit = see('debt', balance.on, AS_IN_FORCE);
    if (limit.kind === 'unknown') return { kind: 'unknown', key: limit.key, since: balance.on };
    const counts = limit.kind === 'set' && reaches(balance.balance, limit.value);
    return counts ? { kind: 'reached', balance, limit } : null;
  });
  return reached.find((one) => one !== null) ?? null;
}

/**
 * Art. 1 onder l: a debt that ran on the reference date and was paid off within the days of grace
 * after it is no debt in the sense of the Act (T25), unless it had run on an earlier one too.
 */
function paidInGrace(reachedOn: PlainDate, balances: readonly DebtBalance[]): boolean | 'unknown' {
  const last = balances.at(-1);
  if (last === undefined || last.balance > 0) return false;
  const [before, reference] = [
    firstDayOfYearBefore(last.on, 1),
    firstDayOfYearBefore(last.on, 0),
  ] as const;
  if (reachedOn <= before || reachedOn > reference) return false;
  const grace = see('debt.paid_grace_days', reference, AS_IN_FORCE);
  if (grace.kind === 'unknown') return 'unknown';
  return grace.kind === 'set' && last.on <= addDays(reference, grace.value);
}

function unknown({ ref }: Debt, parameter: string, since: PlainDate): readonly Finding[] {
  return [parameterUnknown(CODE, BASIS, { parameter, subject: ref, receipts: [], since })];
}

/**
 * Art. 21 lid 3: name and address of whom the money is owed to, for every debt that reached the
 * limit of art. 1 onder l on some day up to now. Out are debts under administrative law, and those
 * paid off within the days of grace. Not to be asked of candidates: the Act does not bind them.
 */
export function judgeDebtParticulars(debt: Debt, on: PlainDate): readonly Finding[] {
  const { name, address } = debt.particulars;
  const missing = [...(name ? [] : ['name']), ...(address ? [] : ['address'])];
  if (missing.length === 0 || debt.underAdministrativeLaw) return [];
  const balances = debt.balances.filter((balance) => balance.on <= on);
  const reached = firstReaching(balances);
  if (reached === null) return [];
  if (reached.kind === 'unknown') return unknown(debt, reached.key, reached.since);
  const { balance, limit } = reached;
  const paid = paidInGrace(balance.on, balances);
  if (paid === 'unknown') return unknown(debt, 'debt.paid_grace_days', balance.on);
  return paid ? [] : [particularsMissing(debt, balance, limit, missing)];
}

function particularsMissing(
  { ref, debtor }: Debt,
  { on: day, balance }: DebtBalance,
  limit: Extract<Sight<EuroCents>, { kind: 'set' }>,
  missing: readonly string[],
): Finding {
  return finding({
    rule: CODE,
    basis: BASIS,
    severity: 'finding',
    outcome: 'particulars_missing',
    key: `${CODE}:${ref}`,
    recipient: debtor,
    contributions: [],
    amounts: [
      { label: 'total', amount: balance },
      { label: 'threshold', amount: limit.value },
    ],
    parameters: [limit.seen],
    missing,
    since: day,
    documents: [{ kind: 'debt', ref, version: null, amount: balance, on: day }],
  });
}
