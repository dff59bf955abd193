import { formatCount } from '../../../platform/rendering/format';
import { type Badge, type Fact, type Figure } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import { type DonorRecord } from '../../donors/public';
import { type DonorDesk } from '../application/read-donor-desk';
import { donorName, gravest } from './gift-words';

export interface DonorReader {
  readonly mayAct: boolean;
  /** True right after something was stored. */
  readonly saved: boolean;
}

function orUnknown(value: string | null, words: Words): string {
  return value === null || value === '' ? words.t('donors.unknown') : value;
}

function yesNo(value: boolean | null, words: Words): string {
  if (value === null) return words.t('donors.unknown');
  return words.t(value ? 'donors.yes' : 'donors.no');
}

/** The name of a country of the form, or its code. */
function countryName(code: string | null, words: Words): string {
  if (code === null) return words.t('donors.unknown');
  const key = `donors.country.${code}`;
  return words.texts.has(key) ? words.t(key) : code;
}

function isOrganisation({ kind }: DonorRecord): boolean {
  return ['legal_person', 'undertaking', 'foundation', 'association'].includes(kind);
}

function isPersonal({ kind }: DonorRecord): boolean {
  return kind === 'natural_person' || kind === 'estate';
}

function facts(donor: DonorRecord, words: Words): readonly Fact[] {
  const { t } = words;
  const kind = { label: t('donors.kind'), value: t(`donors.kind.${donor.kind}`) };
  if (donor.kind === 'anonymous') return [kind];
  const number: readonly Fact[] = isOrganisation(donor)
    ? [
        {
          label: t('donors.tradeRegisterNumber'),
          value: orUnknown(donor.tradeRegisterNumber, words),
        },
      ]
    : [];
  return [
    kind,
    { label: t('donors.address'), value: orUnknown(donor.address, words) },
    { label: t('donors.residence'), value: orUnknown(donor.residence, words) },
    { label: t('donors.country'), value: countryName(donor.country, words) },
    ...number,
  ];
}

function accountFacts({ accounts }: DonorDesk, words: Words): readonly Fact[] {
  const spaced = accounts.map((iban) => iban.replace(/(.{4})(?=.)/gu, '$1 '));
  return spaced.map((value) => ({ label: words.t('identities.field.iban'), value }));
}

function declaration({ declaration: said }: DonorRecord, words: Words): readonly Fact[] {
  if (said === null) return [];
  const { t } = words;
  const born: readonly Fact[] =
    said.dateOfBirth === null
      ? []
      : [{ label: t('donors.new.dateOfBirth'), value: words.day(said.dateOfBirth) }];
  const ground: readonly Fact[] =
    said.caribbeanGround === null
      ? []
      : [
          {
            label: t('donors.new.caribbeanGround'),
            value: t(`donors.ground.${said.caribbeanGround}`),
          },
        ];
  return [
    { label: t('donors.new.declaredOn'), value: words.day(said.declaredOn) },
    { label: t('donors.new.dutchNational'), value: yesNo(said.dutchNational, words) },
    { label: t('donors.new.adult'), value: yesNo(said.adult, words) },
    ...born,
    { label: t('donors.new.declarationResidence'), value: countryName(said.residence, words) },
    ...ground,
    { label: t('donors.declare.disenfranchised'), value: yesNo(said.disenfranchised, words) },
    { label: t('donors.new.evidence'), value: said.evidence },
  ];
}

function figures(desk: DonorDesk, words: Words): readonly Figure[] {
  const nameOf = (id: string): string =>
    desk.group.members.find(({ recipient }) => recipient === id)?.name ?? '';
  const recipients = desk.recipients.map(({ recipient, net }) => ({
    label: words.t('treasurer.donor.at', { recipient: nameOf(recipient) }),
    value: words.euro(net),
  }));
  const total = { label: words.t('treasurer.donor.total'), value: words.euro(desk.total) };
  const shown = recipients.length > 1 ? [total, ...recipients] : [total];
  if (desk.room === null) return shown;
  const note = words.t('treasurer.roomNote');
  return [...shown, { label: words.t('treasurer.room'), value: words.euro(desk.room), note }];
}

function actions(donor: DonorRecord, words: Words): readonly object[] {
  const action = (key: string, href: string): object => ({
    text: words.t(`treasurer.donor.${key}`),
    href,
  });
  const lookThrough = donor.kind === 'foundation' || donor.kind === 'association';
  const base = `/gevers/${donor.id}`;
  return [
    action('book', `/giften/nieuw?gever=${donor.id}`),
    action('change', `${base}/wijzigen`),
    ...(isPersonal(donor) ? [action('declare', `${base}/verklaring`)] : []),
    ...(lookThrough ? [action('lookThrough', `${base}/doorkijk`)] : []),
  ];
}

/** The data of pages/donors/detail.njk. */
export function donorDetailPage(desk: DonorDesk, reader: DonorReader, words: Words): object {
  const { donor, gifts, findings } = desk;
  const badge: Badge | null = gravest(findings, words);
  return {
    title: donorName(donor.name, donor.kind, words),
    saved: reader.saved,
    badges: badge === null ? [] : [badge],
    facts: [...facts(donor, words), ...accountFacts(desk, words)],
    findings: findings.map(({ content }) => findingWords(content, words.language, words.texts)),
    ubos: donor.ubos.map(({ name, address, residence }) => [
      name,
      orUnknown(address, words),
      orUnknown(residence, words),
    ]),
    needsDeclaration: isPersonal(donor),
    declaration: declaration(donor, words),
    needsLookThrough: donor.kind === 'foundation' || donor.kind === 'association',
    lookThrough: donor.lookThrough.map(({ year, receivedOn, givers }) => [
      String(year),
      words.day(receivedOn),
      formatCount(givers.length, words.language),
    ]),
    year: String(desk.year),
    figures: figures(desk, words),
    gifts: gifts.map((gift) => [
      { text: words.day(gift.receivedOn), href: `/giften/${gift.id}` },
      gift.recipientName,
      words.t(`gifts.type.${gift.type}`),
      words.euro(gift.amountCents),
    ]),
    actions: reader.mayAct ? actions(donor, words) : [],
  };
}
