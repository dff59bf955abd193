import { type Group } from '../../../legal/facts/group';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import {
  allGroups,
  findContactEmail,
  findPostalAddress,
  findGroup,
  findRegisteredOn,
  findSandbox,
} from '../persistence/organisation.store';

/** The group a transaction works for. @throws when the tenant does not exist: a fault, not input. */
export async function readGroup(tx: Transaction, tenantId: string): Promise<Group> {
  const group = await findGroup(tx, tenantId);
  if (group === null) throw new Error(`no organisation for tenant ${tenantId}`);
  return group;
}

export function readAllGroups(tx: Transaction): Promise<readonly Group[]> {
  return allGroups(tx);
}

/** Where reminders of this party go; null when the party gave no address. */
export function readContactEmail(tx: Transaction, tenantId: string): Promise<string | null> {
  return findContactEmail(tx, tenantId);
}

export function readPostalAddress(tx: Transaction, tenantId: string): Promise<readonly string[]> {
  return findPostalAddress(tx, tenantId);
}

/** True for an organisation to practise with: nothing of it is ever brought to the overseer. */
export function isSandbox(tx: Transaction, tenantId: string): Promise<boolean> {
  return findSandbox(tx, tenantId);
}

/** The day on which the group came into this register. @throws when there is no such group. */
export async function readRegisteredOn(tx: Transaction, tenantId: string): Promise<PlainDate> {
  const day = await findRegisteredOn(tx, tenantId);
  if (day === null) throw new Error(`no organisation for tenant ${tenantId}`);
  return day;
}
