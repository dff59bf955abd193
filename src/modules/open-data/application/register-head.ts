import { performance } from 'node:perf_hooks';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { sha256Hex } from '../../../platform/json/canonical';
import { Problem } from '../../../platform/http/problem';
import { newestChange, PublicationChanges, registerState } from '../../publication/public';
import { filingsStamp } from '../persistence/filing-status.store';
import { READER } from './reader';

/** What the answer to any question about the register hangs on. */
export interface Head {
  readonly open: boolean;
  /** Why the register is closed; null while it is open. */
  readonly reason: string | null;
  /** Number of the newest public change; 0 when nothing is public. */
  readonly changeNumber: number;
  /** Differs when anything differs. */
  readonly stamp: string;
}

/** How old an answer may be: with it a rush of visitors asks the database once a second. */
const FRESH_MILLISECONDS = 1000;

/** Keeps the newest change number in memory; forgotten at once when this process publishes. */
@Injectable()
export class RegisterHead implements OnModuleInit {
  private known: { readonly head: Promise<Head>; readonly at: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly changes: PublicationChanges,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe(() => this.forget());
  }

  forget(): void {
    this.known = undefined;
  }

  async read(): Promise<Head> {
    const now = performance.now();
    if (this.known === undefined || now - this.known.at > FRESH_MILLISECONDS) {
      const head = this.ask();
      this.known = { head, at: now };
      head.catch(() => this.forget());
    }
    return this.known.head;
  }

  /** @throws Problem 503 while an overseer stopped the register. */
  async readOpen(): Promise<Head> {
    const head = await this.read();
    if (!head.open) throw closed(head.reason);
    return head;
  }

  private ask(): Promise<Head> {
    return this.database.inTransaction(READER, async (tx) => {
      const state = await registerState(tx);
      const changeNumber = await newestChange(tx);
      const { open, reason, changedAt } = state;
      const parts = [changeNumber, changedAt, await filingsStamp(tx)];
      return { open, reason, changeNumber, stamp: sha256Hex(parts.join(' ')).slice(0, 20) };
    });
  }
}

function closed(reason: string | null): Problem {
  const detail = `The register is closed for now. ${reason ?? ''}`.trim();
  return new Problem(503, 'register.stopped', detail, [], { 'Retry-After': '60' });
}
