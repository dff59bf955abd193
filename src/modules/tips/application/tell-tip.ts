import { Injectable } from '@nestjs/common';
import { yearOf } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { type Scope, type Transaction } from '../../../platform/database/transaction';
import { readableNumber } from '../../../platform/ids/readable-number';
import { canonicalJson } from '../../../platform/json/canonical';
import {
  addFile,
  addMessage,
  type Conversation,
  fileTip,
  type Kept,
  readConversation,
  TIP_KINDS,
  type TipKind,
  type ToldTip,
} from '../persistence/told-tip.store';
import { codeHash, codeOf, onceHash, readCode } from './tip-code';

/** Whoever tells something is nobody in particular, also when signed in. */
function publicScope(requestId: string): Scope {
  return {
    role: 'public',
    tenantId: null,
    actorId: 'anonymous',
    actorRole: 'anonymous',
    requestId,
  };
}

/** What anybody can do with a tip: tell it, come back to it, add to it. */
@Injectable()
export class TellTip {
  constructor(private readonly database: Database) {}

  /** The code to come back with; null when no more is taken in now. The same form gives the same. */
  async file(
    formKey: string,
    told: ToldTip,
    language: 'nl' | 'en',
    requestId: string,
  ): Promise<string | null> {
    const code = codeOf(formKey, canonicalJson(told));
    const kept = await this.as(requestId, (tx) =>
      fileTip(tx, {
        codeSha256: codeHash(code),
        told,
        language,
        number: readableNumber('T', yearOf(tx.today), 4),
      }),
    );
    return kept === 'kept' ? code : null;
  }

  /** Null for what is no code, and for a code that is not known: nobody can tell which. */
  async read(typed: string, requestId: string): Promise<Conversation | null> {
    const code = readCode(typed);
    if (code === null) return null;
    return this.as(requestId, (tx) => readConversation(tx, codeHash(code)));
  }

  async add(typed: string, body: string, formKey: string, requestId: string): Promise<Kept> {
    const code = readCode(typed);
    if (code === null) return 'unknown';
    return this.as(requestId, (tx) =>
      addMessage(tx, codeHash(code), body, onceHash(formKey, body)),
    );
  }

  async addFile(
    typed: string,
    file: { readonly name: string; readonly mediaType: string; readonly bytes: Buffer },
    requestId: string,
  ): Promise<Kept> {
    const code = readCode(typed);
    if (code === null) return 'unknown';
    return this.as(requestId, (tx) => addFile(tx, codeHash(code), file));
  }

  private as<T>(requestId: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.database.inTransaction(publicScope(requestId), work);
  }
}

export { TIP_KINDS };
export type { Conversation, Kept, TipKind, ToldTip };
