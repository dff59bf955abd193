import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { type DetectorCode, initialSettings, type Settings } from '../detectors/detector';
import { type SettingsByCode } from '../detectors/judge';
import { DETECTOR_LIST, type DetectorHead } from '../detectors/registry';
import { settingsOf, settingsOn, type StoredSetting } from '../persistence/choice.store';

/** A kind of signal as it stands on a day. */
export interface KindSetting {
  readonly head: DetectorHead;
  readonly on: boolean;
  readonly settings: Settings;
  /** What was set last; null while it stands as it was delivered. */
  readonly set: StoredSetting | null;
}

/** Every kind, in the order in which they are explained. */
export async function kindSettings(
  tx: Transaction,
  day: PlainDate = tx.today,
): Promise<readonly KindSetting[]> {
  const stored = new Map((await settingsOn(tx, day)).map((one) => [one.code, one]));
  return DETECTOR_LIST.map((head) => {
    const set = stored.get(head.code) ?? null;
    const settings = { ...initialSettings(head), ...set?.parameters };
    return { head, on: set?.switchedOn ?? true, settings, set };
  });
}

/** What the detectors take: a kind that is switched off is absent. */
export function settingsByCode(kinds: readonly KindSetting[]): SettingsByCode {
  return new Map<DetectorCode, Settings>(
    kinds.filter(({ on }) => on).map(({ head, settings }) => [head.code, settings]),
  );
}

/** One kind as it stands today; null for a code that no detector has. */
export async function readKind(tx: Transaction, code: string): Promise<KindSetting | null> {
  return (await kindSettings(tx)).find(({ head }) => head.code === code) ?? null;
}

export { settingsOf, type StoredSetting };
