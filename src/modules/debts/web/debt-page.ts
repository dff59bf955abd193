import { type Membership } from '../../../legal/facts/group';
import { euroCents } from '../../../legal/kernel/euro-cents';
import { type Typed } from '../../../platform/http/form-faults';
import { formatMoment } from '../../../platform/rendering/format';
import {
  type Cell,
  type Choice,
  type Fact,
  type FormError,
} from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { findingWords } from '../../judgements/public';
import { type DebtDesk } from '../application/read-debt-desk';
import { type DebtRecord } from '../application/read-debts';

export interface DebtForm {
  readonly action: string;
  readonly back: string;
  readonly once: string;
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

/** Who is owed, or that this is not on record yet. */
export function creditorName(debt: DebtRecord, words: Words): string {
  return debt.creditor ?? words.t('debts.noName');
}

function orUnknown(text: string | null, words: Words): string {
  return text ?? words.t('debts.unknown');
}

/** A debt as a row: [schuldeiser, wie, hoogste stand, nu]. */
export function debtRow(debt: DebtRecord, words: Words): readonly Cell[] {
  const highest = euroCents(Math.max(0, ...debt.fact.balances.map(({ balance }) => balance)));
  const note = debt.underAdministrativeLaw ? { note: words.t('debts.administrativeShort') } : {};
  return [
    { text: creditorName(debt, words), href: `/schulden/${debt.id}`, ...note },
    debt.recipientName,
    words.euro(highest),
    words.euro(debt.balance),
  ];
}

function facts(debt: DebtRecord, words: Words): readonly Fact[] {
  const { t } = words;
  return [
    { label: t('debts.balance'), value: words.euro(debt.balance) },
    { label: t('debts.debtor'), value: debt.recipientName },
    { label: t('debts.address'), value: orUnknown(debt.address, words) },
    { label: t('debts.residence'), value: orUnknown(debt.residence, words) },
    { label: t('debts.institution'), value: orUnknown(debt.institution, words) },
    {
      label: t('debts.administrative'),
      value: t(debt.underAdministrativeLaw ? 'debts.yes' : 'debts.no'),
      ...(debt.underAdministrativeLaw ? { note: t('debts.administrativeNote') } : {}),
    },
  ];
}

function movements(debt: DebtRecord, words: Words): readonly (readonly Cell[])[] {
  return debt.movements.map(({ kind, amount, on, evidence }) => [
    words.day(on),
    words.t(`debts.kind.${kind}`),
    evidence,
    words.euro(amount),
  ]);
}

/** The data of pages/debts/detail.njk; `form` is null for who may only look. */
export function debtPage(
  { debt, findings }: DebtDesk,
  form: DebtForm | null,
  saved: boolean,
  words: Words,
): object {
  const { language, texts } = words;
  return {
    title: creditorName(debt, words),
    saved,
    facts: facts(debt, words),
    findings: findings.map(({ content }) => findingWords(content, language, texts)),
    movements: movements(debt, words),
    versions: debt.versions
      .toReversed()
      .map(({ version, reason, recordedAt }) => [
        String(version),
        formatMoment(recordedAt, language),
        version === 1 ? words.t('debts.firstEntry') : reason,
      ]),
    change: form === null ? '' : `/schulden/${debt.id}/wijzigen`,
    form:
      form === null
        ? null
        : {
            ...form,
            kinds: ['drawn', 'repaid'].map((value) => ({
              value,
              label: words.t(`debts.kind.${value}`),
            })),
          },
  };
}

/** What a form about a debt shows of one that is on record. */
export function typedOf(debt: DebtRecord): Typed {
  return {
    creditor: debt.creditor ?? '',
    address: debt.address ?? '',
    residence: debt.residence ?? '',
    institution: debt.institution ?? '',
    underAdministrativeLaw: debt.underAdministrativeLaw ? 'yes' : '',
  };
}

/** The data of pages/debts/new.njk. */
export function debtFormPage(
  form: DebtForm,
  debtors: readonly Membership[],
  revising: boolean,
): object {
  const choices: readonly Choice[] = debtors.map(({ recipient, name }) => ({
    value: recipient,
    label: name,
  }));
  return {
    ...form,
    revising,
    debtors: choices,
    values: { ...form.typed, administrative: form.typed['underAdministrativeLaw'] === 'yes' },
  };
}
