import { defineJob } from '../../../platform/jobs/public';

/**
 * New lines were kept: rules that book by themselves may apply. In the name of who sent the file,
 * and apart from keeping it, so that a rule that cannot book never costs a statement.
 */
export const RULES_MAY_APPLY = defineJob<{
  readonly tenantId: string;
  readonly actorId: string;
  readonly actorRole: string;
}>('statements.rules_may_apply');
