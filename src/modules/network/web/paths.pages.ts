import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { recordRead } from '../../audit/public';
import { type Ways, waysBetween } from '../application/paths';
import { findNodes, readNodes } from '../application/read-node';
import { refKind } from '../facts/graph';
import { networkAsk } from './network-query';
import { type End } from './path-ends';
import { pathsPage } from './paths-page';

const MOST_CHOICES = 8;

async function readEnd(tx: Transaction, typed: string): Promise<End> {
  if (typed === '') return { typed, node: null, choices: [] };
  const [known] = refKind(typed) === null ? [] : await readNodes(tx, [typed]);
  if (known !== undefined) return { typed, node: known, choices: [] };
  const found = await findNodes(tx, typed, MOST_CHOICES);
  const [only] = found;
  if (only !== undefined && found.length === 1) return { typed, node: only, choices: [] };
  return { typed, node: null, choices: found };
}

/** "How are A and B tied?" */
@ApiExcludeController()
@Controller('toezicht/netwerk/verband')
export class PathsPages {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Query() given: Record<string, unknown>,
  ): Promise<void> {
    const typed = (name: string): string => {
      const value = given[name];
      return typeof value === 'string' ? value.trim().slice(0, 200) : '';
    };
    const ask = networkAsk(given, request.actor.language);
    const data = await this.database.inTransaction(scopeOf(request), async (tx) => {
      const [from, to] = [await readEnd(tx, typed('van')), await readEnd(tx, typed('naar'))];
      let ways: Ways | null = null;
      if (from.node !== null && to.node !== null) {
        const entityId = `${from.node.ref} ${to.node.ref}`;
        await recordRead(tx, { entity: 'insight.donor', entityId, purpose: 'Wfpp 36' });
        ways = await waysBetween(tx, from.node.ref, to.node.ref, ask.filter);
      }
      return pathsPage({ from, to, ways }, ask, tx.today, this.pages.words(request));
    });
    response.type('text/html').send(this.pages.html(request, 'pages/network/paths.njk', data));
  }
}
