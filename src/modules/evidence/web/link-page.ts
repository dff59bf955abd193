import { type Fact, type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type LinkReceipt, type OpenLink } from '../application/answer-link';
import { type DonorAnswer } from '../application/donor-answer';
import { answerIn, giverLimit } from './link-checks';
import { fieldsOfStep, numbersTo, type SentForm, type Step } from './link-fields';

/** Countries by name beside the Netherlands and the islands; 'ZZ' is any other. */
const COUNTRIES =
  'BE DE LU FR GB IE AT CH DK SE NO FI PL ES PT IT GR TR MA SR ID ZA US CA AU ZZ'.split(' ');
const GROUNDS = ['ten_years_resident', 'dutch_public_service', 'household', 'none'];

type Gift = Pick<OpenLink, 'party' | 'amountCents' | 'receivedOn' | 'inKind'>;

/** The gift as the donor knows it, in a sentence. */
export function giftSentence(gift: Gift, words: Words): string {
  return words.t(gift.inKind ? 'evidence.link.giftInKind' : 'evidence.link.gift', {
    amount: words.euro(gift.amountCents),
    day: words.day(gift.receivedOn),
    party: gift.party,
  });
}

function country(code: string, words: Words): string {
  const key = `donors.country.${code}`;
  return words.texts.has(key) ? words.t(key) : code;
}

/** What was answered, question by question. */
export function answerFacts(
  answer: DonorAnswer,
  receivedOn: string,
  words: Words,
): readonly Fact[] {
  const { t } = words;
  const day = words.day(receivedOn);
  const yesNo = (value: boolean): string => t(value ? 'evidence.link.yes' : 'evidence.link.no');
  if (answer.kind === 'look_through')
    return [
      { label: t('evidence.link.signedBy'), value: answer.signedBy },
      { label: t('evidence.link.signedAs'), value: answer.signedAs },
      ...(answer.givers.length === 0
        ? [{ label: t('evidence.link.givers'), value: t('evidence.link.nobody') }]
        : answer.givers.map((giver, index) => ({
            label: t('evidence.link.giver', { number: String(index + 1) }),
            value: [giver.name, giver.address, giver.residence]
              .filter((part) => part !== null && part !== '')
              .join(', '),
            note: words.euro(String(giver.amountCents)),
          }))),
    ];
  return [
    { label: t('evidence.link.by'), value: t(`evidence.link.by.${answer.by}`) },
    { label: t('evidence.link.dutchNational'), value: yesNo(answer.dutchNational) },
    { label: t('evidence.link.adult', { day }), value: yesNo(answer.adult) },
    ...(answer.bornOn === null
      ? []
      : [{ label: t('evidence.link.bornOn'), value: words.day(answer.bornOn) }]),
    { label: t('evidence.link.residence'), value: country(answer.residence, words) },
    ...(answer.caribbeanGround === null
      ? []
      : [
          {
            label: t('evidence.link.ground'),
            value: t(`evidence.link.ground.${answer.caribbeanGround}`),
          },
        ]),
    { label: t('evidence.link.disenfranchised'), value: yesNo(answer.disenfranchised) },
    { label: t('evidence.link.signedBy'), value: answer.signedBy },
  ];
}

export interface ShownForm {
  readonly form: SentForm;
  readonly step: Step;
  readonly errors: readonly FormError[];
}

/** The data of pages/evidence/link.njk. */
export function linkPage(link: OpenLink, token: string, shown: ShownForm, words: Words): object {
  const { form, step, errors } = shown;
  const onPage = fieldsOfStep(link.kind, step, form.rows);
  const hidden = Object.entries(form.typed).filter(
    ([name, value]) => value !== '' && !onPage.includes(name),
  );
  const choices = (values: readonly string[], key: string): readonly object[] =>
    values.map((value) => ({ value, label: words.t(`${key}.${value}`) }));
  const facts = answerFacts(answerIn(form, link, words), link.receivedOn, words);
  return {
    kind: link.kind,
    party: link.party,
    gift: giftSentence(link, words),
    day: words.day(link.receivedOn),
    year: link.receivedOn.slice(0, 4),
    limit: words.euro(String(giverLimit(link.receivedOn))),
    lastDay: words.longDay(link.lastDay),
    title: words.t(`evidence.link.title.${link.kind}`),
    stepTitle: words.t(`evidence.link.step.${link.kind}.${String(step)}`),
    step: String(step),
    action: `/verklaring/${token}`,
    once: form.once,
    rows: String(form.rows),
    givers: numbersTo(form.rows),
    hidden: hidden.map(([name, value]) => ({ name, value })),
    countries: choices(COUNTRIES, 'donors.country'),
    grounds: choices(GROUNDS, 'evidence.link.ground'),
    // The name stands in a field of this step itself.
    facts: facts.filter(({ value }) => value !== ''),
    values: form.typed,
    truth: form.typed['truth'] === 'yes',
    mandate: form.typed['mandate'] === 'yes',
    errors,
  };
}

/** The copy that a donor keeps, as plain text. */
export function answerCopy(
  receipt: LinkReceipt,
  answer: DonorAnswer,
  moment: string,
  words: Words,
): string {
  const { t } = words;
  const lines = answerFacts(answer, receipt.receivedOn, words).map(
    ({ label, value, note }) => `${label}: ${value ?? ''}${note === undefined ? '' : `, ${note}`}`,
  );
  return [
    t(`evidence.link.title.${receipt.kind}`),
    '',
    `${t('evidence.sent.number')}: ${receipt.number}`,
    `${t('evidence.sent.moment')}: ${moment}`,
    giftSentence(receipt, words),
    '',
    ...lines,
    '',
    t('evidence.sent.truth'),
    t('evidence.sent.mandate'),
    '',
  ].join('\r\n');
}
