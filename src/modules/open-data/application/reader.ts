import { type Scope } from '../../../platform/database/transaction';

/** Everybody: what goes into an answer or a file is read as everybody may read it. */
export const READER: Scope = {
  role: 'public',
  tenantId: null,
  actorId: 'system',
  actorRole: 'system',
  requestId: 'open-data',
};
