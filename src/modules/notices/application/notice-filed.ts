import { defineJob } from '../../../platform/jobs/job';

/** A notice was filed: what it discloses is to be judged for the overseer (D7, D8). Ids only. */
export const NOTICE_FILED = defineJob<{
  readonly tenantId: string;
  readonly noticeId: string;
  readonly donorId: string;
  readonly year: number;
}>('notice.filed');
