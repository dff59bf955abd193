import { Injectable } from '@nestjs/common';
import { type Transaction } from '../../../platform/database/transaction';
import { problem } from '../../../platform/http/problem';
import {
  insertSetting,
  readSettings,
  type ReleaseSetting,
} from '../persistence/release-list.query';

export type { ReleaseSetting };

/** The newest first: that one counts for changes that are found from then on. Staff. */
export function readReleaseSettings(tx: Transaction): Promise<readonly ReleaseSetting[]> {
  return readSettings(tx);
}

/** An overseer sets after how many hours a change goes by itself. */
@Injectable()
export class SetReleaseTerm {
  async run(
    tx: Transaction,
    setting: {
      /** Null: never by itself. */
      readonly hours: number | null;
      readonly reason: string;
      readonly actorName: string | null;
    },
  ): Promise<ReleaseSetting> {
    if (tx.scope.actorRole !== 'overseer')
      throw problem(403, 'release.role', 'Only the overseer sets this term.');
    const { hours, reason, actorName } = setting;
    await insertSetting(tx, { hours, reason, setByName: actorName });
    const [newest] = await readSettings(tx);
    if (newest === undefined) throw new Error('a setting that was written is not there');
    return newest;
  }
}
