import { randomUUID } from 'node:crypto';
import { plainDate } from '../../../src/legal/kernel/plain-date';
import { type NewLetter, readSender } from '../../../src/modules/correspondence/public';

/** A letter to send on 3 June 2025. */
export function aLetter(tenantId: string, changes: Partial<NewLetter> = {}): NewLetter {
  return {
    key: `test:${randomUUID()}`,
    tenantId,
    subjectId: randomUUID(),
    kind: 'information_request',
    template: 'information_request',
    addressee: {
      kind: 'party',
      name: 'Partij van de Proef',
      lines: ['T.a.v. het bestuur', 'Dijkweg 1', '1234 AB Dorp'],
      email: 'bestuur@voorbeeld.example',
    },
    sender: readSender(),
    reference: 'Z-2025-BCDFG-23456',
    subject: 'Verzoek om informatie',
    day: plainDate('2025-06-03'),
    content: {
      offender: 'Partij van de Proef',
      article: 'artikel 25a, tweede lid, van de Wfpp',
      norm: 'Een partij meldt grote giften.',
      facts: [{ label: 'Gever', value: 'Ş. de IJzer-ĳ' }],
      question: ['Wanneer kwam de gift binnen?', '# geen kop | <b>geen opmaak</b>'],
      lastDay: '17 juni 2025',
      signatory: 'A. Ambtenaar',
    },
    corrects: null,
    ...changes,
  };
}
