import { defineJob } from '../../../platform/jobs/job';

/** A version of a filing came in: the overseer's view of it is to be judged again. */
export const EXPECTATION_MET = defineJob<{
  readonly tenantId: string;
  readonly expectedId: string;
}>('expectation.met');

/**
 * What was filed, or was not, gave the overseer a new or changed finding: once for each finding.
 * Enforcement makes a proposal of it where it can be fined.
 */
export const FILING_JUDGED = defineJob<{
  readonly tenantId: string;
  readonly year: number;
  readonly findingId: string;
}>('filing.judged');

/** What a group owes is to be worked out anew. */
export const EXPECTATIONS_STALE = defineJob<{ readonly tenantId: string }>('expectations.stale');

/** A party kept when it was told of a contribution: what the overseer knows of it is judged anew. */
export const INTERNAL_REPORT_RECORDED = defineJob<{
  readonly tenantId: string;
  readonly donorId: string;
  readonly year: number;
}>('internal_report.recorded');
