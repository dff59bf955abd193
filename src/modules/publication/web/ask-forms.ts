import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { tenantOf } from '../../../platform/database/tenant-of';
import { type Transaction } from '../../../platform/database/transaction';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { formText } from '../../../platform/http/body';
import { type FormAnswer } from '../../../platform/http/form-answer';
import { newFormKey } from '../../../platform/http/form-once';
import { Pages } from '../../../platform/http/pages';
import { notFound } from '../../../platform/http/problem';
import { isId } from '../../../platform/ids/id';
import { type Choice } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { recordRead } from '../../audit/public';
import { type DonorRecord, listDonors, readDonor } from '../../donors/public';
import { AskShielding } from '../application/ask-shielding';
import { Acts, type SentForm, wanted } from './acts';

const MOST_FOUND = 20;
const FIELDS = ['who', 'reason'] as const;
const ITSELF = 'donor';

export interface AskedPage {
  readonly donorId: string;
  readonly search: string;
}

function canBeShielded({ kind, ubos }: DonorRecord): boolean {
  return kind === 'natural_person' || kind === 'estate' || ubos.length > 0;
}

/** The donor itself when that is a person, and each beneficial owner. */
function people({ kind, name, ubos }: DonorRecord, words: Words): readonly Choice[] {
  const person = kind === 'natural_person' || kind === 'estate';
  return [
    ...(person ? [{ value: ITSELF, label: name ?? words.t('release.line.unnamed') }] : []),
    ...ubos.map((owner, at) => ({
      value: `owner-${String(at)}`,
      label: words.t('safety.ask.owner', { name: owner.name }),
    })),
  ];
}

function ownerIn(donor: DonorRecord, who: string): string | null {
  if (who === ITSELF) return null;
  const at = /^owner-(\d{1,3})$/.exec(who)?.[1];
  return at === undefined ? who : (donor.ubos[Number(at)]?.name ?? who);
}

/** Where a party asks: it finds the donor first, and then says who and why. */
@Injectable()
export class AskForms {
  constructor(
    private readonly database: Database,
    private readonly pages: Pages,
    private readonly acts: Acts,
    private readonly asking: AskShielding,
  ) {}

  page(request: WebRequest, asked: AskedPage, form: SentForm): Promise<string> {
    return this.database.inTransaction(scopeOf(request), async (tx) => {
      const words = this.pages.words(request);
      const donor = asked.donorId === '' ? null : await this.donor(tx, asked.donorId);
      const found = donor === null ? await this.found(tx, asked.search, words) : [];
      const data = {
        search: asked.search,
        searched: asked.search !== '',
        found,
        donorId: donor?.id ?? '',
        donorName: donor === null ? '' : (donor.name ?? words.t('release.line.unnamed')),
        people: donor === null ? [] : people(donor, words),
        once: newFormKey(),
        values: form.typed,
        errors: form.errors,
      };
      return this.pages.html(request, 'pages/publication/ask.njk', data);
    });
  }

  ask(request: WebRequest): Promise<FormAnswer> {
    const donorId = formText(request.body, 'donor');
    return this.acts.take(request, {
      fields: FIELDS,
      work: async (tx, typed) => {
        const donor = await this.donor(tx, donorId);
        const who = wanted(typed, 'who');
        const reason = wanted(typed, 'reason');
        const uboName = ownerIn(donor, who);
        const actorName = request.actor.name;
        const asked = await this.asking.run(tx, { donorId, uboName, reason, actorName });
        return `/afscherming/${asked.id}?gedaan=gevraagd`;
      },
      again: (form) => this.page(request, { donorId, search: '' }, form),
    });
  }

  private async donor(tx: Transaction, donorId: string): Promise<DonorRecord> {
    if (!isId(donorId)) throw notFound();
    const donor = await readDonor(tx, tenantOf(tx), donorId);
    if (donor === null) throw notFound();
    await recordRead(tx, { entity: 'core.donor', entityId: donorId, purpose: 'Wfpp 25 lid 5' });
    return donor;
  }

  private async found(
    tx: Transaction,
    text: string,
    words: Words,
  ): Promise<readonly (readonly object[])[]> {
    if (text === '') return [];
    const search = { text: text.slice(0, 200), after: null, limit: MOST_FOUND };
    const donors = await listDonors(tx, tenantOf(tx), search);
    return donors.filter(canBeShielded).map((donor) => [
      {
        text: donor.name ?? words.t('release.line.unnamed'),
        href: `/afscherming/nieuw?gever=${donor.id}`,
        note: words.t(`donors.kind.${donor.kind}`),
      },
      { text: donor.residence ?? '' },
    ]);
  }
}
