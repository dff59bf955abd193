import { contains } from '../../../legal/kernel/period';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type ImportKind } from '../layout/column';
import { OWNERS_IN_A_ROW } from '../layout/donors';
import { type RowView } from './row-view';

const IN_KIND_ONLY = ['marketValue', 'paid', 'valuation'] as const;
const IDENTIFYING = ['donorNumber', 'name', 'tradeRegisterNumber', 'iban'] as const;

function donorIsNamed(row: RowView): void {
  const named = IDENTIFYING.some((key) => row.has(key));
  if (!named && row.text('donorKind') !== 'anonymous') row.fault('name', 'donor.none');
}

/** Whoever receives must have belonged to the group that day; nobody named is the party itself. */
function recipientBelongs(row: RowView, dayKey: string): void {
  const { members, party } = row.context;
  if (!row.has('recipient')) {
    if (party === null) row.fault('recipient', 'required');
    else row.values['recipient'] = party;
  }
  const [recipient, day] = [row.text('recipient'), row.text(dayKey)];
  if (recipient === null || day === null) return;
  const memberships = members.filter((member) => member.recipient === recipient);
  if (memberships.some((membership) => contains(membership, plainDate(day)))) return;
  row.fault('recipient', 'recipient.not_member_then', {
    name: memberships[0]?.name ?? recipient,
    day,
  });
}

function isInKind(row: RowView): boolean {
  const type = row.text('type');
  if (type === 'legacy') return row.text('form') === 'in_kind';
  return type === 'in_kind' || type === 'discount';
}

/** Art. 22: in kind counts for its market value less what was paid, and says how it was valued. */
function inKind(row: RowView): void {
  if (row.text('form') === 'money') row.fault('form', 'in_kind.form');
  if (!row.has('marketValue')) row.fault('marketValue', 'market_value.required');
  if (!row.has('valuation')) row.fault('valuation', 'valuation.required');
  const market = row.number('marketValue');
  const paid = row.has('paid') ? row.number('paid') : 0;
  if (market !== null && paid !== null) valueTies(row, market, paid);
}

function valueTies(row: RowView, market: number, paid: number): void {
  const value = market - paid;
  const amount = row.number('amount');
  if (value <= 0) row.fault('paid', 'paid.not_below_market_value', { market: String(market) });
  else if (amount !== null && amount !== value)
    row.fault('amount', 'amount.is_value', { right: String(value) });
  else if (!row.has('amount')) row.values['amount'] = value;
}

function money(row: RowView): void {
  if (row.text('form') === 'in_kind') row.fault('form', 'money.form');
  if (!row.has('amount')) row.fault('amount', 'required');
  for (const key of IN_KIND_ONLY) if (row.has(key)) row.fault(key, 'in_kind.not_for_money');
}

function contribution(row: RowView): void {
  donorIsNamed(row);
  if (!row.has('type')) {
    row.values['type'] = 'gift';
    row.warn('type', 'type.taken_as_gift');
  }
  if (row.text('type') !== null) (isInKind(row) ? inKind : money)(row);
  recipientBelongs(row, 'receivedOn');
}

const DECLARED = [
  'dutchNational',
  'dateOfBirth',
  'adult',
  'declarationCountry',
  'caribbeanGround',
  'disenfranchised',
];

function donor(row: RowView): void {
  for (let number = 1; number <= OWNERS_IN_A_ROW; number += 1) {
    const key = `ubo${String(number)}`;
    const more = ['Address', 'Residence', 'Country'].some((part) => row.has(key + part));
    if (more && !row.has(`${key}Name`)) row.fault(`${key}Name`, 'ubo.name');
  }
  const declares = [...DECLARED, 'declaredOn', 'evidence'].some((key) => row.has(key));
  if (declares && !row.has('declaredOn')) row.fault('declaredOn', 'declaration.day');
  if (declares && !row.has('evidence')) row.fault('evidence', 'declaration.evidence');
  if (row.has('tradeRegisterNumber') && row.flag('inTradeRegister') === false)
    row.fault('inTradeRegister', 'trade_register.not_in_register');
}

function affiliate(row: RowView): void {
  const [from, until] = [row.text('from'), row.text('until')];
  if (from !== null && until !== null && until < from)
    row.fault('until', 'until.before_from', { from });
}

function debt(row: RowView): void {
  recipientBelongs(row, 'on');
  const member = row.context.members.find(({ recipient }) => recipient === row.text('recipient'));
  if (member?.kind === 'candidate' || member?.kind === 'branch')
    row.fault('recipient', 'recipient.no_debtor', { name: member.name });
}

/** What the cells of a row say together, beside what each says by itself. */
export const ROW_RULES: Readonly<Record<ImportKind, (row: RowView) => void>> = {
  contributions: contribution,
  donors: donor,
  affiliates: affiliate,
  debts: debt,
  look_through: donorIsNamed,
};

/** What makes two rows of a file the same. */
export function sameKey(kind: ImportKind, values: RowView['values']): string {
  const keys: Readonly<Record<ImportKind, readonly string[]>> = {
    contributions: [
      'donorNumber',
      'tradeRegisterNumber',
      'iban',
      'name',
      'residence',
      'recipient',
      'type',
      'receivedOn',
      'amount',
      'reference',
    ],
    donors: ['donorKind', 'name', 'address', 'residence', 'tradeRegisterNumber', 'iban'],
    affiliates: ['affiliateKind', 'name', 'from'],
    debts: ['recipient', 'creditor', 'amount', 'on', 'evidence'],
    look_through: [
      'donorNumber',
      'name',
      'tradeRegisterNumber',
      'overviewYear',
      'giverName',
      'giverResidence',
      'amount',
    ],
  };
  return keys[kind].map((key) => String(values[key] ?? '')).join('\u001f');
}
