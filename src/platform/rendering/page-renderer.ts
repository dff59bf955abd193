import { Injectable } from '@nestjs/common';
import { Environment, FileSystemLoader, runtime } from 'nunjucks';
import { join } from 'node:path';
import { type PlainDate } from '../../legal/kernel/plain-date';
import { Drawing } from '../charts/drawing';
import { Assets } from './assets';
import { formatLongDay, formatTime } from './format';
import { type Language } from './language';
import { type FormError } from './page-parts';
import { templatesDirectory } from './project-files';
import { Texts, type TextValues } from './texts';

/** Who is signed in, as far as the frame of a page needs to know. */
export interface ActorSummary {
  readonly name: string;
  readonly role: string;
  /** The party or body the actor works for; null when there is none. */
  readonly organisation: string | null;
}

export interface PageContext {
  readonly language: Language;
  /** Path with query of this page: where the language switch comes back to. */
  readonly path: string;
  /** Null for a visitor who is not signed in. */
  readonly actor: ActorSummary | null;
  /** Empty when the visitor has none. */
  readonly csrfToken: string;
  /** True shows the banner with the day of the demo clock. */
  readonly demo: boolean;
  /** When the session ends if nothing more is done; null when nobody is signed in. */
  readonly session?: { readonly endsAt: string; readonly seconds: number } | null;
  /** By the database's clock; null when the request has not asked it, as for most visitors. */
  readonly today: PlainDate | null;
}

function refuseUnformatted(value: unknown, place: string): void {
  if (value === null || value === undefined) return;
  if (typeof value === 'string' || typeof value === 'boolean') return;
  if (Array.isArray(value)) {
    value.forEach((item, index) => refuseUnformatted(item, `${place}[${String(index)}]`));
    return;
  }
  if (typeof value === 'object' && !(value instanceof Date)) {
    for (const [key, item] of Object.entries(value)) refuseUnformatted(item, `${place}.${key}`);
    return;
  }
  throw new Error(`${place} is a ${typeof value}: a template takes text, so format it first`);
}

/** The time at which the session ends, in words, and how many seconds that is from now. */
function sessionWords({ session = null, language }: PageContext): object {
  if (session === null) return { seconds: '', time: '' };
  return { seconds: String(session.seconds), time: formatTime(session.endsAt, language) };
}

function errorFor(errors: readonly FormError[], field: string): string {
  return errors.find((error) => error.field === field)?.message ?? '';
}

/** The one thing that is printed as it is: a drawing escaped its own texts. */
function printDrawing(drawing: unknown): runtime.SafeString {
  if (!(drawing instanceof Drawing)) throw new Error('only a drawing of platform/charts is drawn');
  return new runtime.SafeString(drawing.svg);
}

/**
 * Makes HTML from templates/*.njk. Text is always escaped, an unknown variable is an error, and
 * data are texts, yes/no values, lists and objects of those: amounts and days are formatted by
 * format.ts before they come here.
 */
@Injectable()
export class PageRenderer {
  readonly texts: Texts;
  readonly assets: Assets;
  private readonly environments: Readonly<Record<Language, Environment>>;

  constructor() {
    const templates = templatesDirectory();
    this.texts = Texts.read(templates);
    this.assets = new Assets(join(templates, 'assets'));
    this.environments = {
      nl: this.environment(templates, 'nl'),
      en: this.environment(templates, 'en'),
    };
  }

  /** The text of a key in the reader's language; see Texts.t. */
  t(language: Language, key: string, values: TextValues = {}): string {
    return this.texts.t(language, key, values);
  }

  /**
   * @param template path under templates/, such as 'pages/contributions/list.njk'.
   * @param data what the comment at the top of that template asks for.
   * @throws Error for a variable the template prints and the data lack, and for a number or Date.
   */
  render(template: string, data: object, context: PageContext): string {
    refuseUnformatted(data, 'data');
    return this.environments[context.language].render(template, {
      errors: [],
      ...data,
      lang: context.language,
      path: context.path,
      actor: context.actor,
      csrfToken: context.csrfToken,
      demo: context.demo,
      session: sessionWords(context),
      today: context.today === null ? '' : formatLongDay(context.today, context.language),
    });
  }

  private environment(templates: string, language: Language): Environment {
    const environment = new Environment(new FileSystemLoader(templates), {
      autoescape: true,
      throwOnUndefined: true,
      trimBlocks: true,
      lstripBlocks: true,
    });
    environment.addGlobal('t', (key: string, values?: TextValues) => this.t(language, key, values));
    environment.addGlobal('asset', (name: string) => this.assets.url(name));
    environment.addGlobal('errorFor', errorFor);
    environment.addGlobal('drawing', printDrawing);
    return environment;
  }
}
