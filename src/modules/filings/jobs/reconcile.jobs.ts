import { type OnModuleInit } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { HandlesJob, type JobHandler } from '../../../platform/jobs/public';
import { IdentityChanges } from '../../donors/public';
import { NoticeChanges } from '../../notices/public';
import { announceSources, FILING_FILED, SOURCES_CHANGED } from '../application/filing-filed';
import { ReconcileGroup } from '../application/reconcile-group';

type Filed = typeof FILING_FILED extends { readonly payload?: infer P } ? NonNullable<P> : never;
type Changed = typeof SOURCES_CHANGED extends { readonly payload?: infer P }
  ? NonNullable<P>
  : never;

/** A version was filed: every source of its group is laid side by side again. */
@HandlesJob()
export class FilingFiledHandler implements JobHandler<Filed> {
  readonly job = FILING_FILED;

  constructor(private readonly reconcile: ReconcileGroup) {}

  run(tx: Transaction, { tenantId }: Filed): Promise<void> {
    return this.reconcile.run(tx, tenantId);
  }
}

/** Notices were filed: the same, once for all of a minute. */
@HandlesJob()
export class SourcesChangedHandler implements JobHandler<Changed>, OnModuleInit {
  readonly job = SOURCES_CHANGED;

  constructor(
    private readonly reconcile: ReconcileGroup,
    private readonly notices: NoticeChanges,
    private readonly identities: IdentityChanges,
  ) {}

  onModuleInit(): void {
    this.notices.subscribe((tx, { tenantId }) => announceSources(tx, tenantId));
    this.identities.subscribe((tx, { tenantId }) => announceSources(tx, tenantId));
  }

  run(tx: Transaction, { tenantId }: Changed): Promise<void> {
    return this.reconcile.run(tx, tenantId);
  }
}
