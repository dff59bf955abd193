import { defineJob } from '../../../platform/jobs/job';

/** Money or value of a contribution left again: what is known to the overseer is judged anew. Ids only. */
export const CONTRIBUTION_SETTLED = defineJob<{
  readonly tenantId: string;
  readonly donorId: string;
  readonly year: number;
}>('contribution.settled');
