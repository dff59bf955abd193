import { type Agent, type Response } from 'supertest';
import { type RegisterDonorCommand } from '../../src/modules/donors/public';
import { RequestFromDonor } from '../../src/modules/evidence/public';
import { messageIdOf } from '../../src/platform/outbox/message';
import { ADesk } from './a-desk';
import { aParty } from './a-party';
import { type SignedIn, startTestApp, type TestApp } from './app';

export const ADDRESS = 'gever@voorbeeld.example';
export const NOON = '2025-05-01T12:00:00+02:00';

export type Fields = Readonly<Record<string, string>>;

/** A person who may give, as the form sends it. */
export const PERSON: Fields = {
  by: 'self',
  dutchNational: 'yes',
  age: 'yes',
  residence: 'NL',
  disenfranchised: 'no',
  signedBy: 'A. Gever',
  truth: 'yes',
  mandate: 'yes',
};

/** A foundation to which nobody gave more. */
export const NOBODY: Fields = {
  signedBy: 'P. Penning',
  signedAs: 'penningmeester',
  anybody: 'nobody',
  truth: 'yes',
  mandate: 'yes',
};

export const FOUNDATION: Partial<RegisterDonorCommand> = {
  kind: 'foundation',
  declaration: null,
  particulars: {
    name: 'Stichting Voorbeeld',
    address: 'Dorpsstraat 1',
    residence: 'Utrecht',
    country: 'NL',
    tradeRegisterNumber: '12345678',
    inTradeRegister: true,
    ubos: [{ name: 'B. Bestuur', address: 'Dorp 2', residence: 'Utrecht', country: 'NL' }],
  },
};

/** The text a person reads: without tags, blanks in a row as one. */
export function read(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ');
}

export function hidden(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`the page has no field ${name}`);
  return value;
}

/** A party whose treasurer asks donors by a link, and the donors that answer, over HTTP. */
export class ALinkDesk {
  private constructor(
    readonly site: TestApp,
    readonly desk: ADesk,
    readonly treasurer: SignedIn,
  ) {}

  static async open(): Promise<ALinkDesk> {
    const site = await startTestApp();
    await site.setClock(NOON);
    const group = await aParty(site.app, 'Partij van de Link');
    const treasurer = await site.signIn('treasurer', group.tenantId);
    return new ALinkDesk(site, new ADesk(site.app, group), treasurer);
  }

  get tenantId(): string {
    return this.desk.group.tenantId;
  }

  /** A gift of EUR 500 in April; of a person who declared nothing, unless it says otherwise. */
  async gift(
    changes: Partial<RegisterDonorCommand> = { declaration: null },
    cents = 50_000,
    day = '2025-04-17',
  ): Promise<{ donorId: string; giftId: string }> {
    const donorId = await this.desk.donor(changes);
    const { contributionId } = await this.desk.gift(donorId, cents, day);
    return { donorId, giftId: contributionId };
  }

  /** The address in the mail of a request, or of its reminder, which was not sent yet. */
  async linkInMail(requestId: string, which = 'request'): Promise<string> {
    const [mail] = await this.site.test.ownerQuery<{ body: string }>(
      'select body from platform.outbox_message where message_id = $1',
      [messageIdOf(this.tenantId, `evidence-${which}:${requestId}`)],
    );
    const path = /http:\/\/127\.0\.0\.1(\/verklaring\/[A-Za-z0-9_-]{43})\n/.exec(mail?.body ?? '');
    if (path?.[1] === undefined) throw new Error(`no link in ${String(mail?.body)}`);
    return path[1];
  }

  async ask(giftId: string, language: 'nl' | 'en' = 'nl'): Promise<{ id: string; link: string }> {
    const command = { contributionId: giftId, email: ADDRESS, language };
    const { id } = await this.desk.run((tx) =>
      this.site.app.get(RequestFromDonor).run(tx, command),
    );
    return { id, link: await this.linkInMail(id) };
  }

  /** The key of the form behind a link that works. */
  async once(link: string, agent: Agent = this.site.http()): Promise<string> {
    return hidden((await agent.get(link).expect(200)).text, 'once');
  }

  async send(link: string, fields: Fields, agent: Agent = this.site.http()): Promise<Response> {
    const form = { do: 'versturen', stap: '3', rows: '3', ...fields };
    return agent.post(link).type('form').send(form);
  }

  /** What the page of a request says. */
  async stateOf(id: string, who: SignedIn = this.treasurer): Promise<string> {
    return read((await who.agent.get(`/verzoeken/${id}`).expect(200)).text);
  }

  /** The page of a link that opens nothing, without the link itself. */
  async closed(path: string): Promise<string> {
    const { text } = await this.site.http().get(path).expect(404);
    return text.replaceAll(path, '<path>').replaceAll(encodeURIComponent(path), '<path>');
  }
}
