import { defineJob } from '../../../platform/jobs/public';

/** Publish what was released, and what waited until its hour. */
export const PUBLISH_RELEASED = defineJob<{ cause: string }>('publication.publish');

/** Write the versions that follow from what an overseer decided about a public gift. */
export const APPLY_DECISION = defineJob<{ decisionId: string }>('publication.apply');

/** Take the names out of what is public, or put them back, after a request or its decision. */
export const SHIELD = defineJob<{ tenantId: string; requestId: string }>('publication.shield');
