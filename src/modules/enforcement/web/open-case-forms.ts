import { Injectable } from '@nestjs/common';
import { type Accepted, type Refused } from '../../../legal/kernel/refusal';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey, onceForForm } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { badInput } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import { readAllGroups } from '../../parties/public';
import { type CaseView, type OpenCaseInput, type OpenRefusal } from '../application/case-view';
import { OpenCase } from '../application/open-case';
import { refusalWords } from './case-page-words';

const FIELDS = ['recipient', 'rule', 'violatedOn', 'title', 'text'] as const;
type Typed = Readonly<Record<string, string>>;

/** The rules that a case opened by hand can be about: those of art. 37 lid 1. */
const RULES = [
  'WFPP-21-1',
  'WFPP-21-3',
  'WFPP-21a-2',
  'WFPP-23-1',
  'WFPP-23a-1',
  'WFPP-25-1',
  'WFPP-25a-2',
  'WFPP-28-1',
  'WFPP-28a-1',
  'WFPP-29-1',
  'WFPP-29b-1',
  'WFPP-29b-1-WEEK',
  'WFPP-30-2',
  'WFPP-31-3',
  'WFPP-32-1',
  'WFPP-32a-1',
  'WFPP-33',
] as const;

/** Opening a case: with one button from a proposal or finding, or by hand from a tip. */
@Injectable()
export class OpenCaseForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly opening: OpenCase,
  ) {}

  empty(request: WebRequest): Promise<string> {
    return this.page(request, {}, [], newFormKey());
  }

  async open(request: WebRequest): Promise<FormAnswer> {
    const from = formText(request.body, 'from');
    if (from !== 'tip') return { next: await this.run(request, known(request, from)) };
    const typed = Object.fromEntries(
      FIELDS.map((name) => [name, formText(request.body, name).trim()]),
    );
    const words = this.pages.words(request);
    const faults = FIELDS.filter((name) => (typed[name] ?? '') === '');
    const day = readDay(typed['violatedOn'] ?? '');
    const errors: readonly FormError[] = [
      ...faults.map((field) => ({ field, message: words.t(`cases.open.missing.${field}`) })),
      ...(day === undefined && !faults.includes('violatedOn')
        ? [
            {
              field: 'violatedOn',
              message: words.t('cases.fault.day', { typed: typed['violatedOn'] ?? '' }),
            },
          ]
        : []),
    ];
    if (errors.length > 0 || day === undefined) return this.again(request, typed, errors);
    const answer = await this.run(request, tip(request, typed, day));
    return answer.startsWith('/')
      ? { next: answer }
      : this.again(request, typed, [{ field: 'violatedOn', message: answer }]);
  }

  /** The path to go to, or the refusal in words. */
  private async run(request: WebRequest, input: OpenCaseInput): Promise<string> {
    let said = '';
    const next = await onceForForm(this.database, request, async (tx) => {
      const answer: Accepted<CaseView> | Refused<OpenRefusal> = await this.opening.run(tx, input);
      if (answer.kind === 'accepted') return `/toezicht/zaken/${answer.value.id}?gedaan=open`;
      const there = String(answer.facts['case'] ?? '');
      if (isId(there)) return `/toezicht/zaken/${there}?gedaan=bestond`;
      said = refusalWords(answer, this.pages.words(request));
      return '/toezicht/zaken';
    });
    return said === '' ? next : said;
  }

  private async again(
    request: WebRequest,
    typed: Typed,
    errors: readonly FormError[],
  ): Promise<FormAnswer> {
    return { status: 400, html: await this.page(request, typed, errors, newFormKey()) };
  }

  private page(
    request: WebRequest,
    typed: Typed,
    errors: readonly FormError[],
    once: string,
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const words = this.pages.words(request);
      const groups = await readAllGroups(tx);
      const recipients = groups.flatMap((group) =>
        group.members.map((member) => ({
          value: `${group.ref}/${member.recipient}`,
          label: member.name === group.name ? group.name : `${group.name}: ${member.name}`,
        })),
      );
      const rules = RULES.map((value) => ({ value, label: words.t(`cases.rule.${value}`) }));
      const data = { recipients, rules, values: typed, errors, once };
      return this.pages.html(request, 'pages/enforcement/open-case.njk', data);
    });
  }
}

/** @throws Problem 400 for a form that was made by hand. */
function known(request: WebRequest, from: string): OpenCaseInput {
  const id = formText(request.body, 'id');
  const actorName = request.actor.name;
  if (isId(id) && from === 'proposal') return { actorName, from, proposalId: id };
  if (isId(id) && from === 'finding') return { actorName, from, findingId: id };
  const detail = 'Open a case from a proposal or a finding, or fill in the form for a tip.';
  throw badInput({ in: 'body', location: 'from', code: 'choice.unknown', detail });
}

function tip(request: WebRequest, typed: Typed, violatedOn: PlainDate): OpenCaseInput {
  const [tenantId = '', recipientId = ''] = (typed['recipient'] ?? '').split('/');
  if (!isId(tenantId) || !isId(recipientId)) {
    const detail = 'Choose a party or affiliate of the list.';
    throw badInput({ in: 'body', location: 'recipient', code: 'id.format', detail });
  }
  return {
    from: 'tip',
    actorName: request.actor.name,
    tenantId,
    recipientId,
    title: (typed['title'] ?? '').slice(0, 300),
    text: typed['text'] ?? '',
    rule: typed['rule'] ?? '',
    violatedOn,
  };
}
