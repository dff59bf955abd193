import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { problem } from '../../../platform/http/problem';
import { type StoredFiling } from '../persistence/filing.store';
import { insertSignature } from '../persistence/filing.writer';
import { drawOverview } from './draw-overview';
import { type OpenDraft, openDraft, otherContent, outdated } from './open-draft';

type SignatureRole = 'board' | 'accountant';

const ROLE_OF: Readonly<Record<string, SignatureRole>> = {
  party_administrator: 'board',
  accountant: 'accountant',
};

export interface SignCommand {
  readonly filingId: string;
  /** Of the overview the signer looked at. */
  readonly sha256: string;
  readonly signerName: string;
}

export interface SignedFiling {
  readonly filingId: string;
  readonly role: SignatureRole;
  readonly sha256: string;
}

/** Which signature someone in this role sets; null when none. */
export function signatureRoleOf(role: string): SignatureRole | null {
  return ROLE_OF[role] ?? null;
}

/**
 * The board signs and the accountant countersigns the same bytes (art. 25 lid 3). The database takes
 * no signature under other bytes, and none of one person in both roles.
 */
@Injectable()
export class SignFiling {
  /** @throws Problem 404, 403 for who signs nothing, 409 when it changed, was filed or was signed. */
  async run(tx: Transaction, command: SignCommand): Promise<SignedFiling> {
    const role = signatureRoleOf(tx.scope.actorRole);
    if (role === null)
      throw problem(403, 'forbidden', 'Only the board and the accountant sign an overview.');
    const open = await openDraft(tx, command.filingId);
    const { draft } = open;
    if (command.sha256 !== draft.sha256) throw otherContent();
    await check(tx, open, role);
    const { filingId, sha256, signerName } = command;
    const signed = { tenantId: draft.tenantId, filingId, role, sha256, signerName };
    if (!(await insertSignature(tx, signed)))
      throw problem(409, 'signature.there', 'This version was signed in this role already.');
    return { filingId, role, sha256 };
  }
}

async function check(tx: Transaction, open: OpenDraft, role: SignatureRole): Promise<void> {
  const { draft, expected } = open;
  if (!expected.parts.some(({ part }) => part === `${role}_signature`))
    throw problem(409, 'signature.not_asked', `This filing asks for no signature of the ${role}.`);
  if (signedBySame(tx, draft, role))
    throw problem(
      409,
      'signature.two_persons',
      'You signed this version in the other role. Board and accountant are two persons.',
    );
  const { sha256 } = await drawOverview(tx, expected, draft.stated);
  if (sha256 !== draft.sha256) throw outdated();
}

function signedBySame(tx: Transaction, draft: StoredFiling, role: SignatureRole): boolean {
  return draft.signatures.some(
    (one) => one.sha256 === draft.sha256 && one.role !== role && one.signedBy === tx.scope.actorId,
  );
}
