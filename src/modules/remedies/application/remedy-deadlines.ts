import { defineDeadline } from '../../../platform/deadlines/deadline';
import { defineJob } from '../../../platform/jobs/job';

/** The two moments of an internal term. Their subject is the arrangement. */
export const REMEDY_REMINDER = defineDeadline('remedy.reminder');
export const REMEDY_TERM_PASSED = defineDeadline('remedy.term_passed');

/** A term was set: its deadlines are to be planned, those of the earlier one to be cancelled. */
export const REMEDY_ARRANGED = defineJob<{
  readonly tenantId: string;
  readonly arrangementId: string;
}>('remedy.arranged');
