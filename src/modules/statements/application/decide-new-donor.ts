import { Injectable } from '@nestjs/common';
import { type DonorKind } from '../../../legal/facts/donor';
import { type Transaction } from '../../../platform/database/transaction';
import { RegisterDonor } from '../../donors/public';
import { counterpartyOf, kindOfName } from '../recognition/counterparty';
import { type StoredEntry } from '../persistence/entry.query';
import { describedOf, readKnowledge } from './propose-entries';

const NOTHING = {
  address: null,
  residence: null,
  country: null,
  tradeRegisterNumber: null,
  inTradeRegister: null,
  ubos: [],
} as const;

/** Enters the payer of an entry as a donor with what the bank says; the rest is asked for later. */
@Injectable()
export class RegisterPayer {
  constructor(private readonly registering: RegisterDonor) {}

  async ofEntry(tx: Transaction, entry: StoredEntry): Promise<string> {
    const { kind, name, address } = describedOf(entry, await readKnowledge(tx, [entry]));
    const particulars = { ...NOTHING, name: named(name), address: addressOf(address) };
    return this.registering.run(tx, {
      kind: kind ?? 'natural_person',
      particulars,
      declaration: null,
    });
  }

  named(tx: Transaction, name: string): Promise<string> {
    const particulars = { ...NOTHING, name: named(name) };
    return this.registering.run(tx, { kind: kindOfName(name), particulars, declaration: null });
  }

  anonymous(tx: Transaction): Promise<string> {
    const kind: DonorKind = 'anonymous';
    const particulars = { ...NOTHING, name: null };
    return this.registering.run(tx, { kind, particulars, declaration: null });
  }
}

function named(name: string | null): string | null {
  const plain = name?.trim().slice(0, 200) ?? '';
  return plain === '' ? null : plain;
}

function addressOf(address: string | null): string | null {
  const plain = address?.trim().slice(0, 300) ?? '';
  return plain === '' ? null : plain;
}

/** The name a new donor would have; null when the entry names nobody. */
export function payerName(entry: StoredEntry, own: ReadonlyMap<string, unknown>): string | null {
  return named(counterpartyOf(entry, own, false).name);
}
