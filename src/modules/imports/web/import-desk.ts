import { Injectable } from '@nestjs/common';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { type WebRequest } from '../../../platform/http/actor';
import { newFormKey } from '../../../platform/http/form-once';
import { notFound } from '../../../platform/http/problem';
import { Pages } from '../../../platform/http/pages';
import { formatMoment } from '../../../platform/rendering/format';
import { type FormError } from '../../../platform/rendering/page-parts';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { Database } from '../../../platform/database/database';
import { scopeOf } from '../../../platform/http/actor';
import { recordRead } from '../../audit/public';
import { readDonorsByIds } from '../../donors/public';
import {
  readDonorCounts,
  readDoubts,
  readImportDonors,
  readRows,
  readRun,
  type RowFilter,
} from '../application/read-imports';
import { type ImportDesk, importPage } from './import-page';

export const PAGE_SIZE = 25;
const MOST_DOUBTS = 25;

const FILTERS: Readonly<Record<string, RowFilter>> = {
  alles: 'all',
  fouten: 'faulty',
  waarschuwingen: 'warned',
  gevolgen: 'meaning',
};

export interface Asked {
  readonly toon?: string;
  readonly na?: string;
}

/** The page of one import. */
@Injectable()
export class ImportDesks {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly renderer: PageRenderer,
  ) {}

  /** @throws Problem 404 for an import that is not there or of another party. */
  async html(
    request: WebRequest,
    id: string,
    asked: Asked,
    errors: readonly FormError[] = [],
  ): Promise<{ readonly html: string; readonly working: boolean }> {
    const after = /^\d{1,7}$/.test(asked.na ?? '') ? Number(asked.na) : 0;
    const desk = await this.database.inTransaction(scopeOf(request), (tx) =>
      this.read(tx, id, filterOf(asked.toon), after),
    );
    const { run, rows } = desk;
    const filter = filterName(asked.toon, run.rowsFaulty);
    const last = rows[PAGE_SIZE - 1]?.number;
    const next =
      rows.length > PAGE_SIZE && last !== undefined
        ? `/inlezen/${id}?toon=${filter}&na=${String(last)}`
        : '';
    const { language } = request.actor;
    const data = importPage(
      { ...desk, rows: rows.slice(0, PAGE_SIZE) },
      {
        moment: (at) => formatMoment(at, language),
        once: newFormKey(),
        errors,
        filter,
        next,
        mayAct: request.actor.role === 'treasurer',
        texts: this.renderer.texts,
      },
      this.pages.words(request),
    );
    const working = run.state === 'waiting' || run.state === 'booking';
    return { html: this.pages.html(request, 'pages/imports/detail.njk', data), working };
  }

  private async read(
    tx: Transaction,
    id: string,
    filter: RowFilter | null,
    after: number,
  ): Promise<ImportDesk> {
    const run = await readRun(tx, id);
    if (run === null) throw notFound();
    await recordRead(tx, { entity: 'core.import_run', entityId: id, purpose: 'Wfpp 21' });
    const donors = await readImportDonors(tx, id);
    const doubts = await readDoubts(tx, id, MOST_DOUBTS);
    const shown = filter ?? (run.rowsFaulty > 0 ? 'faulty' : 'all');
    const rows = await readRows(tx, id, { filter: shown, after, limit: PAGE_SIZE + 1 });
    const ids = doubts.flatMap(({ candidates }) => candidates.map(({ donorId }) => donorId));
    const known = await readDonorsByIds(tx, tenantOf(tx), ids);
    const candidates = new Map(known.map((record) => [record.id, record]));
    return { run, rows, donors, doubts, candidates, counts: await readDonorCounts(tx, id) };
  }
}

function filterOf(asked: string | undefined): RowFilter | null {
  return FILTERS[asked ?? ''] ?? null;
}

function filterName(asked: string | undefined, faulty: number): string {
  if (filterOf(asked) !== null) return asked ?? '';
  return faulty > 0 ? 'fouten' : 'alles';
}
