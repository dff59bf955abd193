import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { type Head, RegisterHead } from './register-head';
import { READER } from './reader';

/** Reads the register for anybody, whoever asks: under the public role, and not while it is stopped. */
@Injectable()
export class PublicAnswers {
  constructor(
    private readonly database: Database,
    private readonly head: RegisterHead,
  ) {}

  /** @throws Problem 503 while an overseer stopped the register. */
  openHead(): Promise<Head> {
    return this.head.readOpen();
  }

  currentHead(): Promise<Head> {
    return this.head.read();
  }

  read<T>(requestId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction({ ...READER, actorId: 'anonymous', requestId }, work);
  }
}
