import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { isPlainDate, yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formList, formText } from '../../../platform/http/body';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { decodeCursor, keysetPage } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { isId } from '../../../platform/ids/id';
import { recordRead } from '../../audit/public';
import { readGroup } from '../../parties/public';
import { type Confirmed, ConfirmProposals } from '../application/decide-proposals';
import {
  ENTRY_FILTERS,
  type EntryFilterName,
  type EntrySearch,
  listProposals,
} from '../application/propose-list';
import { unbookedCredits } from '../application/unbooked-credits';
import { listHref, proposalListPage } from './proposal-list-page';

const PAGE_SIZE = 50;

type Query_ = Readonly<Record<string, string>>;

function filterFrom(shown: string): EntryFilterName {
  return ENTRY_FILTERS.find((name) => name === shown) ?? 'open';
}

/** @throws Problem 400 for a cursor this list did not give. */
export function placeFrom(cursor: string | undefined): EntrySearch['after'] {
  if (cursor === undefined) return null;
  const [bookedOn, id] = decodeCursor(cursor, [
    (part) => typeof part === 'string' && isPlainDate(part),
    (part) => typeof part === 'string' && isId(part),
  ]);
  return { bookedOn: String(bookedOn), id: String(id) };
}

function numberIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

/** The lines of bank statements with what is proposed; many are confirmed in one press. */
@ApiExcludeController()
@Controller('bank/posten')
export class ProposalListPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly confirming: ConfirmProposals,
  ) {}

  @Get()
  async list(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() query: Query_,
  ): Promise<void> {
    const statementId = isId(query['afschrift'] ?? '') ? (query['afschrift'] ?? null) : null;
    const filter = filterFrom(query['toon'] ?? '');
    const after = placeFrom(query['cursor']);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const tenantId = tenantOf(tx);
      await recordRead(tx, { entity: 'core.bank_entry', entityId: 'list', purpose: 'Wfpp 21' });
      const search = { filter, statementId, after, limit: PAGE_SIZE + 1 };
      const found = await listProposals(tx, search);
      const page = keysetPage(request, response, found.rows, PAGE_SIZE, ({ entry }) => [
        entry.bookedOn,
        entry.id,
      ]);
      const { members } = await readGroup(tx, tenantId);
      const view = {
        filter,
        statementId,
        today: tx.today,
        mayDecide: request.actor.role === 'treasurer',
        once: newFormKey(),
        paging: {
          previous: after === null ? '' : listHref(filter, statementId),
          next: page._links.next?.href ?? '',
        },
        recipients: new Map(members.map(({ recipient, name }) => [recipient, name])),
        unbooked:
          after === null && filter === 'open'
            ? await unbookedCredits(tx, tenantId, yearOf(tx.today))
            : [],
        done: doneIn(query),
        noneTicked: query['niets'] === 'ja',
      };
      return proposalListPage({ ...found, rows: page.items }, view, this.pages.words(request));
    });
    const html = this.pages.html(request, 'pages/statements/proposals.njk', data);
    response.type('text/html').send(html);
  }

  @Post('bevestigen')
  async confirm(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const ticked = new Map<string, string>();
    for (const value of formList(request.body, 'regel')) {
      const [id = '', sealed = ''] = value.split('.');
      if (isId(id)) ticked.set(id, sealed);
    }
    const back = this.backTo(request);
    if (ticked.size === 0) {
      response.redirect(303, `${back}&niets=ja`);
      return;
    }
    const next = await onceForForm(this.database, request, async (tx) =>
      afterwards(back, await this.confirming.ticked(tx, ticked)),
    );
    response.redirect(303, next);
  }

  @Post('zeker')
  async confirmCertain(@Req() request: WebRequest, @Res() response: Response): Promise<void> {
    const back = this.backTo(request);
    const statement = formText(request.body, 'afschrift');
    const next = await onceForForm(this.database, request, async (tx) =>
      afterwards(back, await this.confirming.certain(tx, isId(statement) ? statement : null)),
    );
    response.redirect(303, next);
  }

  private backTo(request: WebRequest): string {
    const statement = formText(request.body, 'afschrift');
    const filter = filterFrom(formText(request.body, 'toon'));
    return listHref(filter, isId(statement) ? statement : null);
  }
}

function afterwards(back: string, { entryIds, before, left }: Confirmed): string {
  const skipped = before.length + left.length;
  return `${back}&gedaan=${String(entryIds.length)}&over=${String(skipped)}`;
}

function doneIn(query: Query_): { readonly done: number; readonly left: number } | null {
  const done = numberIn(query['gedaan']);
  return done === null ? null : { done, left: numberIn(query['over']) ?? 0 };
}
