import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formList, formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey } from '../../../platform/http/form-once';
import { decodeMomentCursor, encodeCursor } from '../../../platform/http/keyset';
import { Pages } from '../../../platform/http/pages';
import { badInput, notFound } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { DecideReleases, type SeenItem } from '../application/decide-release';
import { countReleases, readRelease, readReleases } from '../application/read-releases';
import { registerState } from '../application/register-state';
import { readReleaseSettings, SetReleaseTerm } from '../application/release-term';
import { Acts, type SentForm, wanted } from './acts';
import { releaseListPage, releasePage, termPage } from './release-page';

const BASE = '/toezicht/vrijgave';
const ON_A_PAGE = 25;
const DONE = new Set(['vrijgegeven', 'vastgehouden', 'losgelaten']);
const STATES = { wacht: 'waiting', vastgehouden: 'held' } as const;

export interface ListAsked {
  readonly state: string;
  readonly after: string;
  readonly done: string;
}

function stateOf(typed: string): 'open' | 'waiting' | 'held' {
  return typed === 'wacht' || typed === 'vastgehouden' ? STATES[typed] : 'open';
}

function seenItems(values: readonly string[]): readonly SeenItem[] {
  return values.flatMap((value) => {
    const [id = '', revision = ''] = value.split(':');
    return isId(id) && /^\d{1,6}$/.test(revision) ? [{ id, revision: Number(revision) }] : [];
  });
}

export function fault(location: string, code: string, detail: string): Error {
  return badInput({ in: 'body', location, code, detail });
}

/** The pages of release and their forms. */
@Injectable()
export class ReleaseForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly acts: Acts,
    private readonly releases: DecideReleases,
    private readonly terms: SetReleaseTerm,
  ) {}

  list(request: WebRequest, asked: ListAsked, form: SentForm): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const state = stateOf(asked.state);
      const after = decodeMomentCursor(asked.after === '' ? undefined : asked.after);
      const limit = ON_A_PAGE + 1;
      const found = await readReleases(tx, { state, partyId: null, after, limit });
      const items = found.slice(0, ON_A_PAGE);
      const last = items.at(-1);
      const cursor =
        found.length < limit || last === undefined ? '' : encodeCursor([last.madeAt, last.id]);
      const counts = await countReleases(tx);
      const [setting] = await readReleaseSettings(tx);
      const { open } = await registerState(tx);
      const shown = {
        ...{ items, counts, open, hours: setting?.hours ?? null, state: asked.state },
        next: cursor === '' ? '' : `${BASE}?stand=${asked.state}&na=${cursor}`,
        mayDecide: request.actor.role === 'overseer',
        done: DONE.has(asked.done) ? asked.done : '',
        once: newFormKey(),
      };
      const data = releaseListPage(shown, form, this.pages.words(request));
      return this.pages.html(request, 'pages/publication/releases.njk', data);
    });
  }

  releaseMany(request: WebRequest): Promise<FormAnswer> {
    const items = seenItems(formList(request.body, 'item'));
    return this.acts.take(request, {
      fields: [],
      work: async (tx) => {
        if (items.length === 0) throw fault('/', 'release.none', 'Tick what you release.');
        const actorName = request.actor.name;
        await this.releases.run(tx, { items, kind: 'release', reason: null, actorName });
        return `${BASE}?gedaan=vrijgegeven`;
      },
      again: (form) => this.list(request, { state: '', after: '', done: '' }, form),
    });
  }

  item(request: WebRequest, id: string, done: string, form: SentForm): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const item = await readRelease(tx, id);
      if (item === null) throw notFound();
      const data = releasePage(item, this.reader(request, done), form, this.pages.words(request));
      return this.pages.html(request, 'pages/publication/release.njk', data);
    });
  }

  decide(request: WebRequest, id: string): Promise<FormAnswer> {
    const items = seenItems([formText(request.body, 'item')]).filter((item) => item.id === id);
    const asked = formText(request.body, 'do');
    const kind = asked === 'hold' || asked === 'let_go' ? asked : 'release';
    const done = { release: 'vrijgegeven', hold: 'vastgehouden', let_go: 'losgelaten' }[kind];
    return this.acts.take(request, {
      fields: ['reason'],
      work: async (tx, typed) => {
        if (items.length === 0) throw notFound();
        const reason = kind === 'release' ? null : wanted(typed, 'reason');
        await this.releases.run(tx, { items, kind, reason, actorName: request.actor.name });
        return kind === 'release' ? `${BASE}?gedaan=${done}` : `${BASE}/${id}?gedaan=${done}`;
      },
      again: (form) => this.item(request, id, '', form),
    });
  }

  term(request: WebRequest, done: string, form: SentForm): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const settings = await readReleaseSettings(tx);
      const reader = this.reader(request, done === 'ja' ? 'ja' : '');
      const data = termPage(settings, reader, form, this.pages.words(request));
      return this.pages.html(request, 'pages/publication/term.njk', data);
    });
  }

  setTerm(request: WebRequest): Promise<FormAnswer> {
    return this.acts.take(request, {
      fields: ['hours', 'reason'],
      work: async (tx, typed) => {
        const { hours = '' } = typed;
        if (hours !== '' && (!/^\d{1,4}$/.test(hours) || Number(hours) > 2160))
          throw fault('/hours', 'release.hours', 'Give whole hours up to 2160.');
        const reason = wanted(typed, 'reason');
        const actorName = request.actor.name;
        const term = { hours: hours === '' ? null : Number(hours), reason, actorName };
        await this.terms.run(tx, term);
        return `${BASE}/termijn?gedaan=ja`;
      },
      again: (form) => this.term(request, '', form),
    });
  }

  private reader(
    request: WebRequest,
    done: string,
  ): { readonly mayDecide: boolean; readonly done: string; readonly once: string } {
    return { mayDecide: request.actor.role === 'overseer', done, once: newFormKey() };
  }
}
