import { Injectable } from '@nestjs/common';
import { type OverviewContent } from '../../../legal/facts/filing';
import { ALL_NONE, isNil } from '../../../legal/overviews/draft-overview';
import { type Transaction } from '../../../platform/database/transaction';
import { type Problem, problem, type ProblemPart } from '../../../platform/http/problem';
import { findFiling } from '../persistence/filing.store';
import { DraftFiling, StateNone } from './draft-filing';
import { drawOverview } from './draw-overview';
import { checkWindow, type FiledFiling, freeze, incomplete, missingOf } from './file-filing';
import { expectedFor } from './open-draft';
import { tenantOf } from '../../../platform/database/tenant-of';

const SIGNATURES: readonly string[] = ['board_signature', 'accountant_signature'];

function listed(content: OverviewContent): readonly ProblemPart[] {
  const place = (list: string, ref: string, code: string, detail: string): ProblemPart => ({
    in: 'body',
    location: `/${list}/${ref}`,
    code,
    detail,
  });
  return [
    ...content.gifts.map(({ donor, name, year, total }) =>
      place(
        'gifts',
        donor,
        'nil.gift',
        `${name ?? 'A donor'} gave EUR ${(total / 100).toFixed(2)} in ${String(year)}.`,
      ),
    ),
    ...content.debts.map(({ debt, creditor, highest }) =>
      place(
        'debts',
        debt,
        'nil.debt',
        `A debt to ${creditor} came to EUR ${(highest / 100).toFixed(2)}.`,
      ),
    ),
    ...content.lookThrough.map(({ donor, name, year }) =>
      place(
        'lookThrough',
        donor,
        'nil.look_through',
        `${name ?? 'A donor'} has to name its own givers of ${String(year)}.`,
      ),
    ),
  ];
}

function notNil(content: OverviewContent): Problem {
  return problem(
    409,
    'filing.not_nil',
    'The ledger has something to list, so "none" cannot be stated. Draw up the overview.',
    listed(content),
  );
}

/**
 * One click that states: nothing to list. It says so in so many words, which makes it a fact and no
 * gap. It needs no signature, because there is nothing in it to sign for; documents that the law
 * asks for beside the lists it does need.
 */
@Injectable()
export class FileNil {
  constructor(
    private readonly drafting: DraftFiling,
    private readonly stating: StateNone,
  ) {}

  /** @throws Problem 404, or 409: too early, filed before, something to list, or every missing part. */
  async run(tx: Transaction, expectedKey: string): Promise<FiledFiling> {
    const expected = await expectedFor(tx, tenantOf(tx), expectedKey);
    checkWindow(tx, expected);
    const { filingId } = await this.drafting.run(tx, expectedKey);
    await this.stating.run(tx, filingId, ALL_NONE);
    const draft = await findFiling(tx, filingId);
    if (draft === null) throw new Error(`the draft ${filingId} is not there`);
    const drawn = await drawOverview(tx, expected, ALL_NONE);
    if (!isNil(drawn.content)) throw notNil(drawn.content);
    const missing = missingOf(expected, draft, drawn).filter(
      ({ part }) => !SIGNATURES.includes(part),
    );
    if (missing.length > 0) throw incomplete(missing, false);
    return freeze(tx, { draft, expected, drawn, nil: true, missing: [] });
  }
}
