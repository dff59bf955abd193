import { Injectable } from '@nestjs/common';
import { addMonths, type PlainDate, plainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound } from '../../../platform/http/problem';
import { announce, defineJob } from '../../../platform/jobs/public';
import {
  findTip,
  linksOf,
  type StoredTip,
  tipColleagues,
  type TipLinkKind,
} from '../persistence/tip.queries';
import {
  deleteLink,
  findSubject,
  insertLink,
  insertMessage,
  moveTip,
  type TipHead,
} from '../persistence/tip.store';
import { TIP_STATUSES, type TipStatus } from '../persistence/told-tip.store';

export const ERASE_TIP = defineJob<{ tipId: string }>('tips.erase');

/** What was told is kept so long after a tip was closed that led to no case. */
const KEPT_MONTHS = 12;
/** With a case it is part of the file: ten years after its year, as what the case is about (D17). */
const KEPT_YEARS_WITH_CASE = 10;

/** Why a step cannot be taken. */
export type TipRefusal = 'changed_meanwhile' | 'erased' | 'unknown_colleague' | 'unknown_subject';

/** The person who acts, as colleagues read it. */
export interface TipActor {
  readonly name: string;
}

async function held(tx: Transaction, id: string): Promise<StoredTip> {
  const tip = await findTip(tx, id, true);
  if (tip === null) throw notFound();
  return tip;
}

function headOf({ status, closedReason, assignedTo, assignedName, version }: StoredTip): TipHead {
  return { status, closedReason, assignedTo, assignedName, version: version + 1, eraseOn: null };
}

/** What overseers do with a tip. Each step is a line in its chronology and in the log. */
@Injectable()
export class HandleTip {
  /** Null when it was done. @throws Problem 404 for who does not handle tips. */
  async move(
    tx: Transaction,
    id: string,
    step: {
      readonly status: TipStatus;
      readonly reason: string | null;
      readonly version: number;
    },
    by: TipActor,
  ): Promise<TipRefusal | null> {
    const tip = await held(tx, id);
    if (tip.erasedAt !== null) return 'erased';
    if (tip.version !== step.version) return 'changed_meanwhile';
    const closes = step.status === 'closed';
    const eraseOn = closes ? await this.eraseOn(tx, id) : null;
    const closedReason = closes ? step.reason : null;
    const head = { ...headOf(tip), status: step.status, closedReason, eraseOn };
    await moveTip(tx, id, head, { name: by.name, reason: step.reason });
    if (eraseOn !== null)
      await announce(tx, ERASE_TIP, { tipId: id }, { runAt: `${eraseOn}T04:00:00Z` });
    return null;
  }

  /** @param to the account of a colleague; null gives it back. */
  async assign(
    tx: Transaction,
    id: string,
    to: string | null,
    by: TipActor,
  ): Promise<TipRefusal | null> {
    const tip = await held(tx, id);
    if (tip.erasedAt !== null) return 'erased';
    const colleague = (await tipColleagues(tx)).find((one) => one.id === to);
    if (to !== null && colleague === undefined) return 'unknown_colleague';
    const status = to !== null && tip.status === 'new' ? 'looking' : tip.status;
    const eraseOn = tip.eraseOn === null ? null : plainDate(tip.eraseOn);
    const assignedName = colleague?.name ?? null;
    const head = { ...headOf(tip), status, eraseOn, assignedTo: to, assignedName };
    await moveTip(tx, id, head, { name: by.name, reason: null });
    return null;
  }

  /** An answer that who told it can read with the code. */
  async answer(
    tx: Transaction,
    id: string,
    body: string,
    by: TipActor,
  ): Promise<TipRefusal | null> {
    const tip = await held(tx, id);
    if (tip.erasedAt !== null) return 'erased';
    await insertMessage(tx, id, 'staff', body, by.name);
    if (tip.status === 'closed') return null;
    const head = { ...headOf(tip), status: 'answered' as const };
    await moveTip(tx, id, head, { name: by.name, reason: null });
    return null;
  }

  /** Among colleagues. */
  async note(tx: Transaction, id: string, body: string, by: TipActor): Promise<TipRefusal | null> {
    const tip = await held(tx, id);
    if (tip.erasedAt !== null) return 'erased';
    await insertMessage(tx, id, 'note', body, by.name);
    return null;
  }

  async link(
    tx: Transaction,
    id: string,
    to: { readonly kind: TipLinkKind; readonly typed: string },
    by: TipActor,
  ): Promise<TipRefusal | null> {
    const tip = await held(tx, id);
    if (tip.erasedAt !== null) return 'erased';
    const found = await findSubject(tx, to.kind, to.typed);
    if (found === null) return 'unknown_subject';
    await insertLink(tx, id, to.kind, found, by.name);
    return null;
  }

  async unlink(tx: Transaction, id: string, linkId: string): Promise<TipRefusal | null> {
    await held(tx, id);
    await deleteLink(tx, id, linkId);
    return null;
  }

  private async eraseOn(tx: Transaction, id: string): Promise<PlainDate> {
    const withCase = (await linksOf(tx, id)).some(({ kind }) => kind === 'case');
    return withCase
      ? plainDate(`${String(yearOf(tx.today) + KEPT_YEARS_WITH_CASE + 1)}-01-01`)
      : addMonths(tx.today, KEPT_MONTHS);
  }
}

export { TIP_STATUSES };
export type { TipLinkKind, TipStatus };
