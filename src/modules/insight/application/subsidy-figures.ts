import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { type Choice } from '../facts/choice';

/** What was granted over a year: to one party, or to all together. */
export interface SubsidyYear {
  readonly year: number;
  readonly cents: number;
}

export type SubsidySource = (
  tx: Transaction,
  of: { readonly tenantId: string | null },
) => Promise<readonly SubsidyYear[]>;

/**
 * Subsidies are laid beside gifts, and insight knows nothing of subsidies: who does, says so here.
 * While nobody does, the dashboard says that there are no figures.
 */
@Injectable()
export class SubsidyFigures {
  private source: SubsidySource | null = null;

  provide(source: SubsidySource): void {
    this.source = source;
  }

  async read(tx: Transaction, { party }: Choice): Promise<readonly SubsidyYear[] | null> {
    if (this.source === null) return null;
    const [row] = await tx.query<{ id: string | null }>(
      'select tenant_id as id from insight.party where id = $1',
      [party?.id ?? null],
    );
    return this.source(tx, { tenantId: row?.id ?? null });
  }
}
