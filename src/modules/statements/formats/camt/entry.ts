import { type EuroCents } from '../../../../legal/kernel/euro-cents';
import { type PlainDate } from '../../../../legal/kernel/plain-date';
import { type XmlElement } from '../../../../platform/intake/public';
import { type Faults } from '../faults';
import { type StatementPlace } from '../read-statement';
import { type EntryDraft } from '../statement-parts';
import { readAmount, readMoment, readText, spaced, withSign } from '../values';
import { at, childrenOf, textAt } from './elements';
import { camtMeans } from './means';
import { counterpartyOf } from './party';

type Direction = EntryDraft['direction'];

interface Booking {
  readonly element: XmlElement;
  readonly bookedOn: PlainDate;
  readonly valueOn: PlainDate | null;
  readonly direction: Direction;
  readonly amount: EuroCents;
  readonly reversal: boolean;
  readonly ownIban: string;
  readonly place: StatementPlace;
}

/** The lines of one Ntry: one, or one for each payment when every payment has its own amount. */
export function readCamtEntry(
  element: XmlElement,
  ownIban: string,
  place: StatementPlace,
  faults: Faults,
): readonly EntryDraft[] {
  if (!isBooked(element)) return [];
  const booking = readBooking(element, ownIban, place, faults);
  if (booking === null || booking.amount === 0) return [];
  const payments = childrenOf(element, 'NtryDtls').flatMap((one) => childrenOf(one, 'TxDtls'));
  const amounts = payments.map((payment) => ownAmount(payment, booking.direction));
  if (payments.length > 1 && addUp(amounts, booking)) {
    return payments.flatMap((payment, at) => splitLine(booking, payment, amounts[at] ?? null, at));
  }
  const single = payments.length === 1 ? (payments[0] ?? null) : null;
  return [lineOf(booking, single, { batchOf: batchOf(element, payments.length) })];
}

/** How many payments stand behind one booking; null for one. */
function batchOf(element: XmlElement, shown: number): number | null {
  const count = Number(textAt(element, 'NtryDtls', 'Btch', 'NbOfTxs'));
  const many = Math.max(shown, Number.isSafeInteger(count) ? count : 0);
  return many > 1 && many < 1_000_000 ? many : null;
}

/** 02 writes the status as text, 08 as a code; what is pending or for information moves no money. */
function isBooked(element: XmlElement): boolean {
  const status = textAt(element, 'Sts', 'Cd') + textAt(element, 'Sts');
  return status === '' || status === 'BOOK';
}

function readBooking(
  element: XmlElement,
  ownIban: string,
  place: StatementPlace,
  faults: Faults,
): Booking | null {
  const amount = readEuros(at(element, 'Amt'), place, faults);
  const direction = readDirection(textAt(element, 'CdtDbtInd'));
  const bookedOn = readDayOf(at(element, 'BookgDt') ?? at(element, 'ValDt'));
  if (direction === null) {
    faults.add('direction', place, { value: textAt(element, 'CdtDbtInd') });
  }
  if (bookedOn === null) {
    faults.add('day', place, { value: dayTextOf(at(element, 'BookgDt')) });
  }
  if (amount === null || direction === null || bookedOn === null) return null;
  const valueOn = readDayOf(at(element, 'ValDt'));
  const reversal = /^(true|1)$/.test(textAt(element, 'RvslInd'));
  return { element, bookedOn, valueOn, direction, amount, reversal, ownIban, place };
}

export function readDirection(text: string): Direction | null {
  if (text === 'CRDT') return 'credit';
  return text === 'DBIT' ? 'debit' : null;
}

function readEuros(
  element: XmlElement | null,
  place: StatementPlace,
  faults: Faults,
): EuroCents | null {
  const value = element?.text.trim() ?? '';
  const currency = element?.attributes['Ccy'] ?? '';
  if (currency !== 'EUR') {
    faults.add('entry_currency', place, { currency, amount: value });
    return null;
  }
  const amount = readAmount(value, '.');
  if (typeof amount === 'number') return amount;
  faults.add(amount === 'not_cents' ? 'amount_not_cents' : 'amount', place, { value });
  return null;
}

function dayTextOf(element: XmlElement | null): string {
  return textAt(element, 'Dt') + textAt(element, 'DtTm');
}

export function readDayOf(element: XmlElement | null): PlainDate | null {
  return readMoment(dayTextOf(element));
}

/** What one payment of a batch moved, with its sign seen from the batch; null when it does not say. */
function ownAmount(payment: XmlElement, direction: Direction): number | null {
  const element =
    at(payment, 'Amt') ??
    at(payment, 'AmtDtls', 'TxAmt', 'Amt') ??
    at(payment, 'AmtDtls', 'InstdAmt', 'Amt');
  if (element?.attributes['Ccy'] !== 'EUR') return null;
  const amount = readAmount(element.text.trim(), '.');
  if (typeof amount !== 'number') return null;
  const own = readDirection(textAt(payment, 'CdtDbtInd')) ?? direction;
  return withSign(amount, own === direction);
}

function addUp(amounts: readonly (number | null)[], { amount }: Booking): boolean {
  let total = 0;
  for (const one of amounts) {
    if (one === null) return false;
    total += one;
  }
  return total === amount;
}

function splitLine(
  booking: Booking,
  payment: XmlElement,
  signed: number | null,
  at: number,
): readonly EntryDraft[] {
  if (signed === null || signed === 0) return [];
  const turned = booking.direction === 'credit' ? 'debit' : 'credit';
  const direction = signed > 0 ? booking.direction : turned;
  const amount = Math.abs(signed) as EuroCents;
  return [lineOf({ ...booking, direction, amount }, payment, { batchOf: null, part: at + 1 })];
}

interface Share {
  readonly batchOf: number | null;
  /** Which payment of the batch, from 1; left out for a whole entry. */
  readonly part?: number;
}

function lineOf(booking: Booking, payment: XmlElement | null, share: Share): EntryDraft {
  const { element, bookedOn, valueOn, direction, amount, reversal, place } = booking;
  const back = at(payment, 'RtrInf');
  // The sides of a payment that is undone stand as they stood: the money runs the other way.
  const cameIn = (direction === 'credit') !== reversal;
  const counterparty = counterpartyOf(payment, cameIn, booking.ownIban);
  const description = descriptionOf(element, payment);
  const codes = [at(payment, 'BkTxCd'), at(element, 'BkTxCd')];
  const named = counterparty.name !== null || counterparty.iban !== null;
  return {
    bookedOn,
    valueOn,
    direction,
    amount,
    reversal,
    means: camtMeans(codes, description, named),
    counterparty,
    description,
    paymentReference: paymentReferenceOf(payment),
    batchOf: share.batchOf,
    returnReason: readText(textAt(back, 'Rsn', 'Cd') || textAt(back, 'Rsn', 'Prtry')),
    bankReference: bankReferenceOf(element, payment, share.part),
    place,
  };
}

function bankReferenceOf(
  element: XmlElement,
  payment: XmlElement | null,
  part: number | undefined,
): string | null {
  const whole = readText(textAt(element, 'AcctSvcrRef'));
  const own = readText(textAt(payment, 'Refs', 'AcctSvcrRef'));
  if (part === undefined) return whole ?? own;
  if (own !== null && own !== whole) return own;
  return whole === null ? null : `${whole}/${String(part)}`;
}

function descriptionOf(element: XmlElement, payment: XmlElement | null): string {
  const free = childrenOf(at(payment, 'RmtInf'), 'Ustrd').map(({ text }) => text);
  const words = spaced(free.join(' '));
  if (words !== '') return words;
  return spaced(textAt(payment, 'AddtlTxInf') || textAt(element, 'AddtlNtryInf'));
}

function paymentReferenceOf(payment: XmlElement | null): string | null {
  const form = textAt(payment, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref');
  const older = textAt(payment, 'RmtInf', 'Strd', 'CdtrRefInf', 'CdtrRef');
  return readText(form) ?? readText(older) ?? readText(textAt(payment, 'Refs', 'EndToEndId'));
}
