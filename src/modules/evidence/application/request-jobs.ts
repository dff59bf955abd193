import { defineJob } from '../../../platform/jobs/public';

type OneRequest = { readonly tenantId: string; readonly requestId: string };

/** A donor answered: announced by the database itself, which took the answer. */
export const EVIDENCE_ANSWERED = defineJob<OneRequest>('evidence.answered');

/** The term of a request is over: the address is forgotten. */
export const EVIDENCE_REQUEST_OVER = defineJob<OneRequest>('evidence.request_over');
