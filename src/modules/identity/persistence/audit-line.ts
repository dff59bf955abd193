import { type Transaction } from '../../../platform/database/transaction';

/** What is worth a line in the log. Passwords, codes, secrets and tokens never are. */
export type IdentityEvent =
  | 'account-registered'
  | 'account-disabled'
  | 'assignment-given'
  | 'assignment-ended'
  | 'sign-in'
  | 'sign-in-refused'
  | 'sign-out'
  | 'role-chosen'
  | 'token-made'
  | 'token-revoked'
  | 'invitation-made'
  | 'invitation-sent-again'
  | 'invitation-withdrawn'
  | 'invitation-accepted'
  | 'passphrase-changed'
  | 'authenticator-changed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'sessions-ended';

export async function recordEvent(
  tx: Transaction,
  event: IdentityEvent,
  entity: 'account' | 'assignment' | 'api_token' | 'invitation',
  id: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  await tx.query('select audit.record($1, $2, $3, $4)', [
    event,
    `identity.${entity}`,
    id,
    JSON.stringify(details),
  ]);
}
