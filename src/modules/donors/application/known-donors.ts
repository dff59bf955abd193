import { type Transaction } from '../../../platform/database/transaction';
import { type DonorDescription } from '../matching/description';
import { type Fingerprint, fingerprintOf } from '../matching/fingerprint';
import { type KnownDescription, knownDescriptions } from '../persistence/known.query';

/** The donors of a party taken apart for comparing; each account is a line of its own. */
export interface KnownDonors {
  readonly prints: readonly Fingerprint[];
  /** For each print: the donor it is of, and the donor that one counts for. */
  readonly owners: readonly { readonly donorId: string; readonly canonicalId: string }[];
}

function describedAs(known: KnownDescription, iban: string | null): DonorDescription {
  const { kind, name, address, residence, country, tradeRegisterNumber, dateOfBirth } = known;
  return { kind, name, address, residence, country, tradeRegisterNumber, dateOfBirth, iban };
}

/** How many prints are made before others get their turn. */
const TURN = 500;

/** Gives way to other work: comparing thousands keeps the process busy. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

export async function readKnownDonors(
  tx: Transaction,
  tenantId: string,
  only: readonly string[] | null = null,
): Promise<KnownDonors> {
  const prints: Fingerprint[] = [];
  const owners: { donorId: string; canonicalId: string }[] = [];
  for (const [at, known] of (await knownDescriptions(tx, tenantId, only)).entries()) {
    const { donorId, canonicalId, ibans } = known;
    for (const iban of ibans.length === 0 ? [null] : ibans) {
      prints.push(fingerprintOf(describedAs(known, iban)));
      owners.push({ donorId, canonicalId });
    }
    if (at % TURN === TURN - 1) await breathe();
  }
  return { prints, owners };
}
