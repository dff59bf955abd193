import { defineJob } from '../../../platform/jobs/job';

/** An election was called or changed: what is filed for it has other days. Ids only. */
export const ELECTION_CHANGED = defineJob<{
  readonly electionId: string;
  readonly version: number;
}>('election.changed');
