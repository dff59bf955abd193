import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { recordRead } from '../../audit/public';
import {
  countTips,
  fileBytes,
  filesOf,
  findTip,
  linksOf,
  listTips,
  messagesOf,
  stepsOf,
  type StoredTip,
  tipColleagues,
  type TipColleague,
  type TipFile,
  type TipLink,
  type TipMessage,
  type TipSearch,
  type TipStep,
  type TipSummary,
} from '../persistence/tip.queries';

export interface TipView {
  readonly tip: StoredTip;
  readonly messages: readonly TipMessage[];
  readonly files: readonly TipFile[];
  readonly links: readonly TipLink[];
  readonly steps: readonly TipStep[];
  readonly colleagues: readonly TipColleague[];
}

const PURPOSE = 'Wfpp 36';

/** Everything of one tip. That somebody read it is a line in the log. @throws Problem 404. */
export async function readTip(tx: Transaction, id: string): Promise<TipView> {
  const tip = await findTip(tx, id);
  if (tip === null) throw notFound();
  await recordRead(tx, { entity: 'insight.tip', entityId: id, purpose: PURPOSE });
  return {
    tip,
    messages: await messagesOf(tx, id),
    files: await filesOf(tx, id),
    links: await linksOf(tx, id),
    steps: await stepsOf(tx, id),
    colleagues: await tipColleagues(tx),
  };
}

/** @throws Problem 404. */
export async function readTipFile(
  tx: Transaction,
  tipId: string,
  fileId: string,
): Promise<{ readonly name: string; readonly mediaType: string; readonly bytes: Buffer }> {
  const file = await fileBytes(tx, tipId, fileId);
  if (file === null) throw notFound();
  await recordRead(tx, { entity: 'insight.tip_file', entityId: fileId, purpose: PURPOSE });
  return file;
}

export { countTips, listTips };
export type { TipLink, TipSearch, TipSummary };
