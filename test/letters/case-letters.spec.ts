import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dunningTermAfter,
  fineDecisionTermAfter,
  fineAdviceTermAfter,
  objectionDecisionTermAfter,
  objectionTermAfter,
  paymentTermAfter,
} from '../../src/legal/calendar/enforcement-terms';
import { euro } from '../../src/legal/kernel/euro-cents';
import { plainDate, type PlainDate } from '../../src/legal/kernel/plain-date';
import { type ObjectionOutcome } from '../../src/legal/procedure/case';
import { termsOf } from '../../src/legal/procedure/terms-of';
import { caseLetter } from '../../src/modules/enforcement/letters/case-letter';
import {
  type CaseLetterFacts,
  type CaseLetterKind,
} from '../../src/modules/enforcement/letters/case-letter-facts';
import { LetterRenderer } from '../../src/platform/letters/letter-renderer';
import { formatDay, formatLongDay } from '../../src/platform/rendering/format';
import { PdfReader, transcript } from '../platform/letters/pdf-reader';
import { KINDS, printed, sampleOf } from './sample-letters';
import { CHAIN, chainFacts, chainRun, factsOn, objectionDecided } from './worked-chain';

const renderer = new LetterRenderer();

const asItIs = new Map<CaseLetterKind, Promise<string>>();

async function textWith(kind: CaseLetterKind, facts: CaseLetterFacts): Promise<string> {
  const pdf = await printed(renderer, caseLetter(kind, facts), facts.day, kind);
  return transcript(new PdfReader(pdf).structure()).join('\n');
}

/** The text of a letter of the chain, which is printed once for all tests. */
function textOf(kind: CaseLetterKind, facts?: CaseLetterFacts): Promise<string> {
  if (facts !== undefined) return textWith(kind, facts);
  const text = asItIs.get(kind) ?? textWith(kind, chainFacts(kind));
  asItIs.set(kind, text);
  return text;
}

const words = (day: PlainDate | string): string => formatLongDay(plainDate(day), 'nl');

describe('The letters of the worked chain (gift of 7 March 2025)', () => {
  it.each(KINDS)('%s says exactly what is in its expected text', async (kind) => {
    const { words: letter, day } = sampleOf(kind);
    const pdf = await printed(renderer, letter, day, kind);
    const text = `${transcript(new PdfReader(pdf).structure()).join('\n')}\n`;
    expect(text).toBe(readFileSync(join(__dirname, 'expected', `${kind}.txt`), 'utf8'));
  });

  it.each<readonly [CaseLetterKind, string, PlainDate]>([
    ['report', 'uiterlijk op {}', fineDecisionTermAfter(plainDate('2025-06-02')).lastDay],
    [
      'intention',
      'uiterlijk op {} (artikel 5:51',
      fineDecisionTermAfter(plainDate('2025-06-02')).lastDay,
    ],
    [
      'committee_submission',
      'uiterlijk op {}. ## ',
      fineAdviceTermAfter(plainDate('2025-06-16')).lastDay,
    ],
    [
      'fine_decision',
      'Betaal die uiterlijk op {}',
      paymentTermAfter(plainDate('2025-08-20')).lastDay,
    ],
    ['fine_decision', 'tot en met {}', objectionTermAfter(plainDate('2025-08-20')).lastDay],
    [
      'objection_receipt',
      'Ik beslis uiterlijk op {}',
      objectionDecisionTermAfter(plainDate('2025-10-01')).lastDay,
    ],
    ['objection_decision', 'tot en met {}', objectionTermAfter(plainDate('2025-11-05')).lastDay],
    ['dunning', 'uiterlijk op {}', dunningTermAfter(plainDate('2025-10-06')).lastDay],
    ['set_off', 'tot en met {}', objectionTermAfter(plainDate('2025-11-17')).lastDay],
  ])('%s tells the last day that the calendar counts: "%s"', async (kind, phrase, lastDay) => {
    const text = (await textOf(kind)).replace(/\n+/g, ' ');
    expect(text).toContain(phrase.replace('{}', words(lastDay)));
  });

  it.each<readonly [CaseLetterKind, readonly string[]]>([
    ['report', ['2025-09-01']],
    ['committee_submission', ['2025-07-28', '2025-09-01']],
    ['fine_decision', ['2025-10-01']],
    ['objection_receipt', ['2025-11-12', '2025-10-01']],
    ['dunning', ['2025-10-20', '2025-10-01']],
  ])('%s names the days of the chain (%#)', async (kind, days) => {
    const text = await textOf(kind);
    for (const day of days) expect(text).toContain(words(day));
  });

  it.each(Object.keys(CHAIN) as CaseLetterKind[])(
    'every day in %s is one of its facts or a term of the case',
    async (kind) => {
      const facts = chainFacts(kind);
      const known = [
        ...JSON.stringify(facts).matchAll(/\d{4}-\d\d-\d\d/g),
        ...JSON.stringify(termsOf(facts.state, facts.day)).matchAll(/\d{4}-\d\d-\d\d/g),
      ].map(([day]) => formatDay(plainDate(day), 'nl'));
      const afterwards = kind === 'set_off' ? [formatDay(plainDate('2025-12-29'), 'nl')] : [];
      const written = (await textOf(kind)).match(/\d{1,2} [a-z]+ 20\d\d/g) ?? [];
      const quoted = ['7 maart 2025', '24 maart 2025', '26 maart 2025', '31 december 2025'];
      expect(written.length).toBeGreaterThan(2);
      for (const day of written) expect([...known, ...afterwards, ...quoted]).toContain(day);
    },
  );
});

describe('What the law wants in a letter', () => {
  it.each<readonly [CaseLetterKind, readonly string[]]>([
    ['information_request', ['artikelen 5:16 en 5:17', 'artikel 5:20', 'artikel 36 van de Wfpp']],
    [
      'information_request',
      ['niet verplicht om verklaringen over de overtreding af te leggen', '5:10a'],
    ],
    ['report', ['gedagtekend op 2 juni 2025', 'artikel 5:48', '## De overtreder', 'Polderpartij']],
    ['intention', ['artikel 5:10a Awb', 'artikel 37 van de Wfpp', 'het rapport van 2 juni 2025']],
    [
      'intention',
      ['artikel 5:46, tweede lid', 'Basisbedrag voor deze overtreding', 'artikel 5:46, vierde lid'],
    ],
    [
      'committee_submission',
      ['artikel 3, eerste lid', 'artikel 2, zesde lid, Bfpp', 'twee weken verlengen'],
    ],
    [
      'fine_decision',
      ['| Wie de boete krijgt | Polderpartij |', '| Overtreden regel | artikel 25a, tweede lid'],
    ],
    [
      'fine_decision',
      ['artikelen 4:86 en 4:87 Awb', 'Rekening', 'Z-2025-BCDFG-23456', 'artikel 37, eerste lid'],
    ],
    [
      'fine_decision',
      ['artikelen 6:7 en 6:8', 'Bezwaar stelt de betaling niet uit (artikel 6:16 Awb)', '6:9'],
    ],
    ['fine_decision', ['> De penningmeester was met verlof.', 'Daarom treft u een verwijt']],
    ['no_fine_notice', ['artikel 5:50, tweede lid, onder a', 'artikel 5:43 Awb', 'geen boete']],
    [
      'objection_receipt',
      ['artikel 7:2 Awb', 'artikel 7:4 Awb', 'artikel 7:10 Awb', 'artikel 6:16 Awb'],
    ],
    ['objection_decision', ['artikel 8:7, tweede lid, Awb', 'artikelen 6:7 en 6:8 Awb', '7:2']],
    ['dunning', ['artikel 4:112', 'twee weken', 'artikel 4:114', 'artikel 4:97']],
    [
      'set_off',
      ['artikel 4:93', 'artikel 37, negende en tiende lid', '| Verrekend bedrag | € 2.000,00 |'],
    ],
  ])('%s says it (%#)', async (kind, phrases) => {
    const text = await textOf(kind);
    for (const phrase of phrases) expect(text).toContain(phrase);
  });

  it('a letter that only asks does not say that the rule was broken', async () => {
    for (const kind of ['information_request', 'repair_term'] as const)
      expect(await textOf(kind)).not.toContain('De regel is overtreden sinds');
  });

  it.each<readonly [ObjectionOutcome, readonly string[]]>([
    [
      'inadmissible',
      ['niet-ontvankelijk', 'De boete blijft € 3.125,00', 'woensdag 1 oktober 2025'],
    ],
    ['unfounded', ['ongegrond', 'De boete blijft € 3.125,00']],
    ['amount_changed', ['gegrond voor zover', '€ 2.500,00 in plaats van € 3.125,00']],
    [
      'annulled',
      ['Ik herroep mijn besluit', 'U krijgt geen boete', 'U hoeft niets meer te betalen'],
    ],
  ])('an objection that is %s is answered so (%#)', async (outcome, phrases) => {
    const amount =
      outcome === 'annulled' ? euro(0) : outcome === 'amount_changed' ? euro(2_500) : euro(3_125);
    const { state } = chainRun(objectionDecided(outcome, amount));
    const text = await textOf('objection_decision', factsOn('2025-11-05', { state }));
    for (const phrase of phrases) expect(text).toContain(phrase);
    for (const other of ['niet-ontvankelijk', 'ongegrond', 'gegrond voor zover', 'Ik herroep'])
      if (!phrases.some((phrase) => phrase.includes(other))) expect(text).not.toContain(other);
  });

  it('what was decided otherwise than the schedule gives is shown as a step of its own', async () => {
    const facts = chainFacts('fine_decision');
    const fine = facts.fine;
    if (fine === null) throw new Error('the chain has a calculation');
    const text = await textOf('fine_decision', {
      ...facts,
      fine: { ...fine, amount: euro(4_000) },
    });
    expect(text).toContain(
      '| Afwijking van het schema, om de redenen in deze brief |  | € -875,00 | € 3.125,00 |',
    );
  });

  it('the milder law is named with both amounts when they differ', async () => {
    const facts = chainFacts('intention');
    const fine = facts.fine;
    if (fine === null) throw new Error('the chain has a calculation');
    const lexMitior = { ...fine.lexMitior, atViolation: euro(5_000) };
    const text = await textOf('intention', { ...facts, fine: { ...fine, lexMitior } });
    expect(text).toContain('op de dag van de overtreding is de boete € 5.000,00');
    expect(text).toContain(
      'de regels die voor u het gunstigst zijn (artikel 5:46, vierde lid, Awb)',
    );
  });

  it('without a calculation only the ceiling is told (art. 37 lid 4)', async () => {
    const text = await textOf('intention', chainFacts('intention', { fine: null }));
    expect(text).toContain('nooit hoger dan € 25.000,00 (artikel 37, vierde lid, van de Wfpp)');
  });

  it('costs and interest stand on the bill only when they are asked', async () => {
    expect(await textOf('dunning')).not.toContain('artikel 4:113');
    const costs = {
      dunningFee: euro(16),
      interest: euro(2),
      interestFrom: plainDate('2025-10-02'),
    };
    const text = await textOf('dunning', chainFacts('dunning', { costs }));
    expect(text).toContain('| Kosten van deze aanmaning (artikel 4:113 Awb) | € 16,00 |');
    expect(text).toContain('| Totaal | € 3.143,00 |');
  });

  it('a late objection is asked why it is late (6:11), and no views are said to be none', async () => {
    const facts = chainFacts('objection_receipt');
    const objection = facts.state.objection;
    if (objection === null) throw new Error('the chain has an objection');
    const state = { ...facts.state, objection: { ...objection, inTime: false } };
    expect(await textOf('objection_receipt', { ...facts, state })).toContain('artikel 6:11 Awb');
    const silent = chainFacts('fine_decision');
    const views = silent.state.views;
    if (views === null) throw new Error('the chain asks for views');
    const unheard = { ...silent.state, views: { ...views, receivedOn: null } };
    expect(await textOf('fine_decision', { ...silent, state: unheard })).toContain(
      'U hebt geen zienswijze gegeven.',
    );
  });

  it('is refused for a case that has not come so far', () => {
    const early: CaseLetterFacts = chainFacts('information_request');
    for (const kind of ['fine_decision', 'dunning', 'objection_receipt', 'set_off'] as const)
      expect(() => caseLetter(kind, early)).toThrow(/^case Z-2025-BCDFG-23456 has no /);
  });
});
