import { Injectable } from '@nestjs/common';
import { isFineableRule } from '../../../legal/fines/fineable';
import { addDays, plainDate, yearOf } from '../../../legal/kernel/plain-date';
import { type Accepted, accepted, type Refused, refused } from '../../../legal/kernel/refusal';
import { openCase } from '../../../legal/procedure/open-case';
import { type RuleCode } from '../../../legal/rules/finding';
import { type Transaction } from '../../../platform/database/transaction';
import { notFound, problem } from '../../../platform/http/problem';
import { newId } from '../../../platform/ids/id';
import { readableNumber } from '../../../platform/ids/readable-number';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import {
  findingTextKey,
  readDutiesOfContributions,
  readFinding,
  type StoredFinding,
} from '../../judgements/public';
import { readGroup } from '../../parties/public';
import { findCaseOfCause, insertCase, type NewCase } from '../persistence/case.store';
import { insertEvent } from '../persistence/case-event.store';
import { findProposal, standingProposal, type StoredProposal } from '../persistence/proposal.store';
import { subjectOf } from './case-subject';
import { type CaseView, type OpenCaseInput, type OpenRefusal } from './case-view';
import { watchTerms } from './case-deadlines';
import { caseRoleOf } from './case-words';
import { isFineableFinding, payerOf } from './payer';
import { readCase } from './read-case';

type Opening = Omit<NewCase, 'id' | 'number' | 'openedOn' | 'state'> & {
  readonly subject: ReturnType<typeof subjectOf>;
};
type TipInput = Extract<OpenCaseInput, { readonly from: 'tip' }>;

/**
 * Opens a case: from a proposal, from a finding that cannot be fined (to have it repaired), or by
 * hand from a tip. One cause has one case.
 * @throws Problem 404 for a proposal, finding or party that is not there; 403 for another role.
 */
@Injectable()
export class OpenCase {
  constructor(private readonly pages: PageRenderer) {}

  async run(
    tx: Transaction,
    input: OpenCaseInput,
  ): Promise<Accepted<CaseView> | Refused<OpenRefusal>> {
    if (caseRoleOf(tx) !== 'overseer')
      throw problem(403, 'case.role', 'Only the overseer opens a case.');
    const opening = await this.opening(tx, input);
    if ('kind' in opening) return opening;
    const id = await this.store(tx, opening, input.actorName);
    if (id === null) return alreadyOpen(tx, opening);
    const view = await readCase(tx, id);
    if (view === null) throw new Error(`case ${id} was not found after it was opened`);
    return accepted(view);
  }

  private opening(tx: Transaction, input: OpenCaseInput): Promise<Opening | Refused<OpenRefusal>> {
    if (input.from === 'proposal') return this.fromProposal(tx, input.proposalId);
    return input.from === 'finding' ? this.fromFinding(tx, input.findingId) : fromTip(tx, input);
  }

  private async fromProposal(tx: Transaction, id: string): Promise<Opening> {
    const proposal = await findProposal(tx, id);
    const finding = proposal === null ? null : await readFinding(tx, proposal.findingId);
    if (proposal === null || finding === null) throw notFound();
    return this.ofProposal(proposal, finding);
  }

  private ofProposal(proposal: StoredProposal, stored: StoredFinding): Opening {
    const { content } = proposal;
    return {
      ...this.cause(stored),
      source: 'proposal',
      proposalId: proposal.id,
      recipientId: proposal.recipientId,
      addresseeKind: content.addressee,
      subject: subjectOf({
        rule: content.finding.rule,
        basis: content.finding.basis,
        violatedOn: plainDate(content.violatedOn),
        fineable: true,
      }),
    };
  }

  private async fromFinding(tx: Transaction, id: string): Promise<Opening | Refused<OpenRefusal>> {
    const stored = await readFinding(tx, id);
    if (stored === null) throw notFound();
    const standing = await standingProposal(tx, id);
    const proposal = standing === null ? null : await findProposal(tx, standing.id);
    if (proposal !== null) return this.ofProposal(proposal, stored);
    const { content: finding, tenantId } = stored;
    const payer = payerOf(await readGroup(tx, tenantId), finding);
    if (payer === null) return refused('no_finding', { finding: id });
    const fineable = isFineableFinding(finding) ? payer.fineable : null;
    return {
      ...this.cause(stored),
      source: 'finding',
      proposalId: null,
      recipientId: payer.recipientId,
      addresseeKind: payer.fineable?.addressee ?? null,
      subject: subjectOf({
        rule: finding.rule,
        basis: finding.basis,
        violatedOn: await firstBroken(tx, stored),
        fineable: fineable !== null,
      }),
    };
  }

  private cause(
    stored: StoredFinding,
  ): Pick<
    Opening,
    'tenantId' | 'title' | 'findingId' | 'findingKey' | 'donorId' | 'year' | 'tip' | 'rule'
  > {
    const { content } = stored;
    const key = `${findingTextKey(content)}.title`;
    return {
      tenantId: stored.tenantId,
      title: this.pages.texts.has(key) ? this.pages.t('nl', key) : content.rule,
      findingId: stored.id,
      findingKey: content.key,
      donorId: stored.donorId,
      year: stored.year,
      tip: null,
      rule: content.rule,
    };
  }

  /** Null when there is a case for this cause. */
  private async store(
    tx: Transaction,
    opening: Opening,
    actorName: string | null,
  ): Promise<string | null> {
    const { subject, ...rest } = opening;
    const state = openCase(subject, tx.today);
    const head = { ...rest, id: newId(), number: readableNumber('Z', yearOf(tx.today), 4) };
    if (!(await insertCase(tx, { ...head, openedOn: tx.today, state }))) return null;
    await insertEvent(tx, {
      tenantId: head.tenantId,
      caseId: head.id,
      sequence: 1,
      type: 'open',
      command: { type: 'open', subject },
      actor: tx.scope.actorId,
      actorName,
      role: 'overseer',
      day: tx.today,
      article: null,
      audience: 'internal',
    });
    await watchTerms(tx, head, state);
    return head.id;
  }
}

async function alreadyOpen(tx: Transaction, opening: Opening): Promise<Refused<OpenRefusal>> {
  const { tenantId, donorId, year, findingKey } = opening;
  const there =
    year === null || findingKey === null
      ? null
      : await findCaseOfCause(tx, { tenantId, donorId, year, findingKey });
  return refused('already_open', { case: there?.id ?? '', number: there?.number ?? '' });
}

/** Of a late notice the day after the last day of the Act; otherwise what the finding says. */
async function firstBroken(
  tx: Transaction,
  { tenantId, content }: StoredFinding,
): Promise<StoredFinding['content']['since']> {
  if (content.rule !== 'WFPP-25a-2') return content.since;
  const roots = content.contributions.map(({ contribution }) => contribution);
  const [duty] = await readDutiesOfContributions(tx, tenantId, roots);
  return duty === undefined ? content.since : addDays(duty.content.due.statutory.lastDay, 1);
}

async function fromTip(tx: Transaction, input: TipInput): Promise<Opening | Refused<OpenRefusal>> {
  if (input.violatedOn > tx.today) return refused('day_in_the_future', { on: input.violatedOn });
  const rule = input.rule as RuleCode;
  if (!isFineableRule(rule)) return refused('rule_unknown', { rule });
  const [known] = await tx.query(`select id from core.recipient where tenant_id = $1 and id = $2`, [
    input.tenantId,
    input.recipientId,
  ]);
  if (known === undefined) throw notFound();
  const breach = { rule, since: input.violatedOn, recipient: input.recipientId };
  const fineable = payerOf(await readGroup(tx, input.tenantId), breach)?.fineable ?? null;
  return {
    tenantId: input.tenantId,
    title: input.title,
    source: 'manual',
    findingId: null,
    findingKey: null,
    proposalId: null,
    donorId: null,
    year: null,
    tip: input.text,
    recipientId: input.recipientId,
    addresseeKind: fineable?.addressee ?? null,
    rule,
    subject: subjectOf({ rule, violatedOn: input.violatedOn, fineable: fineable !== null }),
  };
}
