import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey } from '../../../platform/http/form-once';
import { decodeMomentCursor, encodeCursor } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { type Choice } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import { readElections } from '../../elections/public';
import { readSafetyRequest, readSafetyRequests } from '../application/read-safety';
import { TakeSafetyStep } from '../application/safety-steps';
import { Acts, type SentForm, wanted } from './acts';
import { type SafetyBase, safetyListPage, safetyPage } from './safety-page';
import { safetyProblem } from './safety-refusal';
import { type SentStep, stepOf } from './safety-step-of';

const ON_A_PAGE = 50;
const DONE = new Set(['gevraagd', 'stap', 'besloten']);
const PURPOSE = 'Wfpp 25 lid 5';
const FIELDS = ['overview', 'outcome', 'words'] as const;

/** 'before_election:<ref>' chooses the overview and its election at once. */
function overviewIn(typed: string): Pick<SentStep, 'overview' | 'electionRef'> {
  const [overview, electionRef = ''] = typed.split(':');
  if (overview === 'before_election' || overview === 'after_election')
    return { overview, electionRef };
  return { overview: 'annual' };
}

async function elections(tx: Transaction, words: Words): Promise<readonly Choice[]> {
  const known = await readElections(tx);
  return known.slice(0, 3).flatMap(({ ref, name }) =>
    (['before_election', 'after_election'] as const).map((overview) => ({
      value: `${overview}:${ref}`,
      label: words.t(`safety.overview.${overview}`, { election: name }),
    })),
  );
}

/** Requests as pages, for the party that asked and for who decides. */
@Injectable()
export class SafetyForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly acts: Acts,
    private readonly steps: TakeSafetyStep,
  ) {}

  list(request: WebRequest, base: SafetyBase, cursor: string): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      await recordRead(tx, {
        entity: 'core.safety_request',
        entityId: 'list',
        purpose: PURPOSE,
      });
      const after = decodeMomentCursor(cursor === '' ? undefined : cursor);
      const found = await readSafetyRequests(tx, { open: null, after, limit: ON_A_PAGE + 1 });
      const requests = found.slice(0, ON_A_PAGE);
      const last = requests.at(-1);
      const more = found.length > ON_A_PAGE && last !== undefined;
      const next = more ? `${base}?na=${encodeCursor([last.askedAt, last.id])}` : '';
      const mayAsk = ['treasurer', 'party_administrator'].includes(request.actor.role);
      const data = safetyListPage({ base, requests, next, mayAsk }, this.pages.words(request));
      return this.pages.html(request, 'pages/publication/safety-list.njk', data);
    });
  }

  show(
    request: WebRequest,
    base: SafetyBase,
    about: { readonly id: string; readonly done: string },
    form: SentForm,
  ): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const one = await readSafetyRequest(tx, about.id);
      if (one === null) throw notFound();
      await recordRead(tx, {
        entity: 'core.safety_request',
        entityId: about.id,
        purpose: PURPOSE,
      });
      const words = this.pages.words(request);
      const reader = {
        ...{ base, role: request.actor.role, userId: request.actor.userId, today: tx.today },
        elections: base === '/afscherming' ? [] : await elections(tx, words),
        done: DONE.has(about.done) ? about.done : '',
        once: newFormKey(),
      };
      const data = safetyPage(one, reader, form, words);
      return this.pages.html(request, 'pages/publication/safety-request.njk', data);
    });
  }

  step(request: WebRequest, id: string): Promise<FormAnswer> {
    const seen = Number(formText(request.body, 'seen'));
    const kind = formText(request.body, 'do');
    return this.acts.take(request, {
      fields: FIELDS,
      work: async (tx, typed) => {
        const step = stepOf(this.sent(kind, typed));
        const actorName = request.actor.name;
        const taken = await this.steps.run(tx, { requestId: id, seen, step, actorName });
        if (taken.kind === 'refused') throw safetyProblem(taken);
        const done = step.kind === 'decided' ? 'besloten' : 'stap';
        return `/toezicht/veiligheid/${id}?gedaan=${done}`;
      },
      again: (form) => this.show(request, '/toezicht/veiligheid', { id, done: '' }, form),
    });
  }

  private sent(kind: string, typed: Readonly<Record<string, string>>): SentStep {
    if (kind === 'sent_to_committee') return { kind, ...overviewIn(typed['overview'] ?? '') };
    if (kind === 'extended' || kind === 'decided') return { kind };
    const outcome = wanted(typed, 'outcome') === 'grant' ? 'grant' : 'refuse';
    const said = { outcome, words: wanted(typed, 'words') } as const;
    return { kind: kind === 'advised' ? 'advised' : 'drafted', ...said };
  }
}
