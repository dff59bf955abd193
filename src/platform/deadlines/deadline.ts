import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import { type PlainDate } from '../../legal/kernel/plain-date';
import { type Transaction } from '../database/transaction';
import { DefinedNames } from '../jobs/handlers';

/** The name of a kind of deadline that was defined: what ends, or begins, on a day. */
export type KindName = string & { readonly __brand: 'KindName' };

export interface DeadlineKind {
  readonly kind: KindName;
}

/** Due when the day has begun, or when it is over; days are those of Europe/Amsterdam. */
export type Moment = 'start_of_day' | 'end_of_day';

export interface Deadline {
  readonly id: string;
  readonly tenantId: string;
  readonly kind: KindName;
  readonly subjectId: string;
  readonly occurrence: string;
  /** The last day that is still in time (end_of_day), or the day it is due on (start_of_day). */
  readonly localDate: PlainDate;
  readonly moment: Moment;
  /** The instant of falling due, ISO 8601 in UTC. */
  readonly dueAt: string;
  readonly ruleVersion: string;
  /** When it fired: the moment of this transaction, ISO 8601 in UTC. */
  readonly firedAt: string;
}

/** What firing one deadline did: a code and identifiers, kept for ever beside the deadline. */
export interface Effect {
  readonly deadlineId: string;
  readonly effect: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Does what follows from deadlines of one kind, in the transaction that marks them as fired: both
 * happen, once, or neither. Gives exactly one effect for each deadline it was handed; when nothing
 * has to be done, that is the effect (`{ did: 'nothing', because: '...' }`).
 *
 * It may write through `tx` only. Letters go through queueMessage, other work through announce.
 * When it throws, nothing fired, and each deadline is tried again by itself.
 */
export interface DeadlineHandler {
  readonly kind: KindName;
  fire(tx: Transaction, deadlines: readonly Deadline[]): Promise<readonly Effect[]>;
}

export const definedDeadlines = new DefinedNames('deadline');
export const DEADLINE_HANDLER = Symbol('DEADLINE_HANDLER');

/** Defines a kind, once, at the top of a file: `defineDeadline('notices.term')`. */
export function defineDeadline(kind: string): DeadlineKind {
  definedDeadlines.add(kind);
  return { kind: kind as KindName };
}

/** Marks a provider as the handler of the kind in its `kind` property. */
export function HandlesDeadline(): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(DEADLINE_HANDLER, true));
}
