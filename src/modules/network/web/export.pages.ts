import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { recordEvent } from '../../audit/public';
import { type ExportName, EXPORTS, exportNetwork, isExportName } from '../application/export';
import { partForFile } from '../application/read-node';
import { type Graph, refKind } from '../facts/graph';
import { networkAsk } from './network-query';

function named(name: string): ExportName {
  if (!isExportName(name)) throw notFound();
  return name;
}

/** Files of the network, written while they are read. */
@ApiExcludeController()
@Controller('toezicht/netwerk')
export class NetworkExportPages {
  constructor(private readonly database: Database) {}

  @Get('uitvoer/:name')
  async whole(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('name') name: string,
  ): Promise<void> {
    await sendExport(this.database, request, response, { name: named(name), part: null });
  }

  @Get(':ref/uitvoer/:name')
  async part(
    @Req() request: WebRequest,
    @Res() response: Response,
    @Param('ref') ref: string,
    @Param('name') name: string,
    @Query() given: Record<string, unknown>,
  ): Promise<void> {
    if (refKind(ref) === null) throw notFound();
    const { filter, depth } = networkAsk(given, request.actor.language);
    const part = { ref, filter, depth };
    await sendExport(this.database, request, response, { name: named(name), part });
  }
}

export interface ExportAsk {
  readonly name: ExportName;
  /** Null for the whole network. */
  readonly part: {
    readonly ref: string;
    readonly depth: number;
    readonly filter: Parameters<typeof partForFile>[3];
  } | null;
}

/** @throws Problem 404 when the part is of a node that does not exist. */
export async function sendExport(
  database: Database,
  request: WebRequest,
  response: Response,
  { name, part }: ExportAsk,
): Promise<void> {
  await database.inTransaction(scopeOf(request), async (tx) => {
    let graph: Graph | null = null;
    if (part !== null) {
      graph = await partForFile(tx, part.ref, part.depth, part.filter);
      if (graph === null) throw notFound();
    }
    const entityId = part?.ref ?? 'whole';
    await recordEvent(tx, { action: 'export', entity: 'insight.donor', entityId });
    const file = part === null ? name : `${part.ref}-${name}`;
    response.setHeader('Content-Type', EXPORTS[name]);
    response.setHeader('Content-Disposition', `attachment; filename="${file}"`);
    await pipeline(Readable.from(exportNetwork(tx, name, graph)), response);
  });
}
