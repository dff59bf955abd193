import { type ContributionType } from '../../../legal/facts/contribution';
import { type DonorKind } from '../../../legal/facts/donor';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { plainDate } from '../../../legal/kernel/plain-date';
import { type ContributionInput } from '../../contributions/public';
import { type RegisterDebtCommand } from '../../debts/public';
import { type DonorDescription, type RegisterDonorsCommand } from '../../donors/public';
import { type CellValue } from '../checks/reading';
import { OWNERS_IN_A_ROW } from '../layout/donors';

export type Content = Readonly<Record<string, CellValue>>;

function text(content: Content, key: string): string | null {
  const value = content[key];
  return typeof value === 'string' ? value : null;
}

function needed(content: Content, key: string): string {
  const value = text(content, key);
  if (value === null) throw new Error(`a row without faults lacks ${key}`);
  return value;
}

function cents(content: Content, key: string): ContributionInput['marketValue'] {
  const value = content[key];
  return typeof value === 'number' ? euroCents(value) : null;
}

function flag(content: Content, key: string): boolean | null {
  const value = content[key];
  return typeof value === 'boolean' ? value : null;
}

/** A checked row of gifts as a booking. */
export function contributionOf(content: Content, donorId: string): ContributionInput {
  const marketValue = cents(content, 'marketValue');
  const inKind = marketValue !== null;
  const amount = cents(content, 'amount');
  if (amount === null) throw new Error('a row without faults lacks an amount');
  return {
    donorId,
    recipientId: needed(content, 'recipient'),
    type: needed(content, 'type') as ContributionType,
    form: inKind ? 'in_kind' : 'money',
    amount,
    marketValue,
    paid: inKind ? (cents(content, 'paid') ?? euroCents(0)) : null,
    valuation: text(content, 'valuation'),
    description: text(content, 'description'),
    receivedOn: plainDate(needed(content, 'receivedOn')),
    bankReference: text(content, 'reference'),
  };
}

/** A donor that a row of gifts describes, to be entered with what the row says. */
export function newDonor(description: DonorDescription): RegisterDonorsCommand {
  const { kind, iban, name, address, residence, country, tradeRegisterNumber } = description;
  if (kind === null) throw new Error('a new donor without a kind');
  return {
    kind,
    iban,
    particulars: {
      name,
      address,
      residence,
      country,
      tradeRegisterNumber,
      inTradeRegister: tradeRegisterNumber === null ? null : true,
      ubos: [],
    },
    declaration: null,
  };
}

function ownersOf(content: Content): RegisterDonorsCommand['particulars']['ubos'] {
  return Array.from({ length: OWNERS_IN_A_ROW }, (_, at) => `ubo${String(at + 1)}`).flatMap(
    (ubo) => {
      const name = text(content, `${ubo}Name`);
      if (name === null) return [];
      const part = (key: string): string | null => text(content, `${ubo}${key}`);
      return [
        { name, address: part('Address'), residence: part('Residence'), country: part('Country') },
      ];
    },
  );
}

type Declaration = NonNullable<RegisterDonorsCommand['declaration']>;

function declarationOf(content: Content): Declaration | null {
  const declaredOn = text(content, 'declaredOn');
  if (declaredOn === null) return null;
  const born = text(content, 'dateOfBirth');
  return {
    declaredOn: plainDate(declaredOn),
    dutchNational: flag(content, 'dutchNational'),
    dateOfBirth: born === null ? null : plainDate(born),
    adult: flag(content, 'adult'),
    residence: text(content, 'declarationCountry'),
    caribbeanGround: text(content, 'caribbeanGround') as Declaration['caribbeanGround'],
    disenfranchised: flag(content, 'disenfranchised'),
    evidence: needed(content, 'evidence'),
  };
}

/** A checked row of donors. */
export function donorOf(content: Content): RegisterDonorsCommand {
  const tradeRegisterNumber = text(content, 'tradeRegisterNumber');
  return {
    kind: needed(content, 'donorKind') as DonorKind,
    iban: text(content, 'iban'),
    particulars: {
      name: text(content, 'name'),
      address: text(content, 'address'),
      residence: text(content, 'residence'),
      country: text(content, 'country'),
      tradeRegisterNumber,
      inTradeRegister: tradeRegisterNumber === null ? flag(content, 'inTradeRegister') : true,
      ubos: ownersOf(content),
    },
    declaration: declarationOf(content),
  };
}

/** A checked row of debts. */
export function debtOf(content: Content): RegisterDebtCommand {
  const amount = cents(content, 'amount');
  if (amount === null) throw new Error('a row without faults lacks an amount');
  return {
    recipientId: needed(content, 'recipient'),
    particulars: {
      creditor: text(content, 'creditor'),
      address: text(content, 'address'),
      residence: text(content, 'residence'),
      institution: text(content, 'institution'),
      underAdministrativeLaw: flag(content, 'underAdministrativeLaw') ?? false,
    },
    drawn: { amount, on: plainDate(needed(content, 'on')), evidence: needed(content, 'evidence') },
  };
}

export interface LookThroughRow {
  readonly year: number;
  readonly receivedOn: string;
  readonly giver: {
    readonly name: string;
    readonly address: string | null;
    readonly residence: string | null;
    readonly amountCents: number;
  };
}

/** A checked row of an overview: one giver of a foundation or association. */
export function lookThroughOf(content: Content): LookThroughRow {
  return {
    year: Number(content['overviewYear']),
    receivedOn: needed(content, 'receivedOn'),
    giver: {
      name: needed(content, 'giverName'),
      address: text(content, 'giverAddress'),
      residence: text(content, 'giverResidence'),
      amountCents: Number(content['amount']),
    },
  };
}
