import { plainDate } from '../../../src/legal/kernel/plain-date';
import { digestMail } from '../../../src/modules/desk/application/digest-mail';
import { type DueItem } from '../../../src/modules/desk/application/due-items';
import { PageRenderer } from '../../../src/platform/rendering/page-renderer';
import { wordsOf } from '../../../src/platform/rendering/words';

const words = wordsOf(new PageRenderer().texts, 'nl');
const about = {
  party: 'Partij van de Proef',
  today: plainDate('2025-10-23'),
  link: (path: string) => `https://voorbeeld.example${path}`,
  stopUrl: 'https://voorbeeld.example/stop',
};
const due = (day: string): DueItem => ({
  key: 'remedy:1',
  day: plainDate(day),
  statutoryDay: null,
  href: '/herstel/1',
  subject: { kind: 'remedy', donorName: 'Q. Geheim', donorKind: 'natural_person', openCents: '5' },
});

describe('A digest', () => {
  it('with nothing to tell is not written', () => {
    expect(digestMail([], about, words)).toBeNull();
  });

  it.each([
    ['three weeks ahead is told', '2025-11-13', true],
    ['a day later is not yet', '2025-11-14', false],
  ])('%s', (_case, day, told) => {
    expect(digestMail([due(day)], about, words) !== null).toBe(told);
  });

  it.each([
    ['today is still in time', '2025-10-23', false],
    ['yesterday is late', '2025-10-22', true],
  ])('%s', (_case, day, late) => {
    expect(digestMail([due(day)], about, words)?.body.includes('TE LAAT')).toBe(late);
  });

  it('names nobody', () => {
    expect(digestMail([due('2025-10-23')], about, words)?.body).not.toContain('Geheim');
  });
});
