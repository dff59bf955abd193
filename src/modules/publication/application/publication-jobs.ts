import { defineDeadline } from '../../../platform/deadlines/public';
import { defineJob } from '../../../platform/jobs/public';

/** Publish what was released, and what waited until its hour. */
export const PUBLISH_RELEASED = defineJob<{ cause: string }>('publication.publish');

/** Write the versions that follow from what an overseer decided about a public gift. */
export const APPLY_DECISION = defineJob<{ decisionId: string }>('publication.apply');

/** Take the names out of what is public, or put them back, after a request or its decision. */
export const SHIELD = defineJob<{ tenantId: string; requestId: string }>('publication.shield');

/** Plan the end of the committee's term. */
export const ADVICE_ASKED = defineJob<{ tenantId: string; requestId: string }>(
  'publication.advice_asked',
);

/** The committee has until this day to advise on a request. */
export const ADVICE_DUE = defineDeadline('publication.advice_due');
