import { defineJob } from '../../../platform/jobs/job';

/** Donors became one or two again: what is known to the overseer is judged anew. Ids only. */
export const DONOR_IDENTITY_CHANGED = defineJob<{
  readonly tenantId: string;
  readonly to: string;
  readonly from: string;
  readonly year: number;
  readonly kind: 'merged' | 'split';
}>('contribution.donor_identity_changed');
