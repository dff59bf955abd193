import { type DonorYear } from '../../../legal/facts/contribution';
import { type Group } from '../../../legal/facts/group';
import { contains } from '../../../legal/kernel/period';
import { minus, ZERO } from '../../../legal/kernel/euro-cents';
import { type Transaction } from '../../../platform/database/transaction';
import { problem, type ProblemPart } from '../../../platform/http/problem';
import { type ContributionInput } from '../persistence/contribution.store';

function part(location: string, code: string, detail: string): ProblemPart {
  return { in: 'body', location, code, detail };
}

function wrongForm(input: ContributionInput): ProblemPart[] {
  const inKind = input.type === 'in_kind' || input.type === 'discount';
  if (inKind && input.form === 'money')
    return [part('/form', 'form.in_kind', `A contribution of type ${input.type} is in kind.`)];
  if (!inKind && input.type !== 'legacy' && input.form === 'in_kind')
    return [
      part('/form', 'form.money', `A contribution of type ${input.type} is money, not in kind.`),
    ];
  return [];
}

/** Art. 22: in kind counts for its market value less what was paid, and says how it was valued. */
function wrongValue(input: ContributionInput): ProblemPart[] {
  if (input.form === 'money') return [];
  const faults: ProblemPart[] = [];
  if (input.marketValue === null)
    faults.push(part('/marketValue', 'market_value.required', 'Give the market value in euros.'));
  if (input.valuation === null)
    faults.push(
      part('/valuation', 'valuation.required', 'Say how you found the market value, and where.'),
    );
  const value = minus(input.marketValue ?? ZERO, input.paid ?? ZERO);
  if (input.marketValue !== null && value <= 0)
    faults.push(
      part(
        '/paid',
        'paid.below_market_value',
        'What was paid is not below the market value: there is no contribution to book.',
      ),
    );
  else if (input.marketValue !== null && value !== input.amount)
    faults.push(
      part(
        '/amount',
        'amount.is_value',
        'The amount of a contribution in kind is its market value less what was paid.',
      ),
    );
  return faults;
}

function wrongDay(input: ContributionInput, tx: Transaction): ProblemPart[] {
  if (input.receivedOn > tx.today)
    return [
      part(
        '/receivedOn',
        'date.future',
        `${input.receivedOn} has not come yet. Book a contribution on or after the day you received it.`,
      ),
    ];
  if (input.receivedOn < '2013-05-01')
    return [
      part(
        '/receivedOn',
        'date.before_act',
        `${input.receivedOn} lies before 1 May 2013, when the act began. Give a later day.`,
      ),
    ];
  return [];
}

function wrongRecipient(input: ContributionInput, group: Group): ProblemPart[] {
  const memberships = group.members.filter(({ recipient }) => recipient === input.recipientId);
  if (memberships.length === 0)
    return [
      part(
        '/recipientId',
        'recipient.unknown',
        'This recipient is not part of your party. Choose the party, one of its affiliates or a candidate.',
      ),
    ];
  if (!memberships.some((membership) => contains(membership, input.receivedOn)))
    return [
      part(
        '/recipientId',
        'recipient.not_member_then',
        `This recipient did not belong to your party on ${input.receivedOn}. Check the day or the recipient.`,
      ),
    ];
  return [];
}

/** What a form can get wrong, all of it at once. `donor` is null when nobody knows the donor. */
export function inputFaults(
  tx: Transaction,
  input: ContributionInput,
  donor: object | null,
  group: Group,
): readonly ProblemPart[] {
  const unknown = part(
    '/donorId',
    'donor.unknown',
    'This donor is not in your records. Enter the donor first.',
  );
  return [
    ...(donor === null ? [unknown] : []),
    ...wrongForm(input),
    ...wrongValue(input),
    ...wrongDay(input, tx),
    ...wrongRecipient(input, group),
  ];
}

/**
 * Checks the input of one contribution. `facts` is null when the donor is not known.
 * @throws Problem 400 with every fault in it.
 */
export function checkInput(
  tx: Transaction,
  input: ContributionInput,
  facts: DonorYear | null,
  group: Group,
): asserts facts is DonorYear {
  const faults = inputFaults(tx, input, facts, group);
  if (faults.length > 0)
    throw problem(400, 'input.invalid', 'The contribution cannot be booked like this.', faults);
}
