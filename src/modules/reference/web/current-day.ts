import { Injectable } from '@nestjs/common';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';

/** Today by the database's clock. Only a request with a session brings it along. */
@Injectable()
export class CurrentDay {
  constructor(private readonly database: Database) {}

  of(request: WebRequest): Promise<PlainDate> {
    if (request.today !== null) return Promise.resolve(request.today);
    return this.database.inTransaction(scopeOf(request), (tx) => Promise.resolve(tx.today));
  }
}
