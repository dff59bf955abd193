import { type FormError } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { FINEABLE_RULES, rowsOf, STEP_LISTS, type Typed } from './schedule-form';

/** The data of pages/enforcement/schedule-new.njk. */
export function scheduleFormPage(
  typed: Typed,
  errors: readonly FormError[],
  once: string,
  words: Words,
): object {
  const field = (name: string, label: string): object => ({
    name,
    label,
    value: typed[name] ?? '',
    error: errors.find((error) => error.field === name)?.message ?? '',
  });
  return {
    version: field('version', words.t('schedules.version')),
    from: field('from', words.t('schedules.validFrom')),
    cap: field('cap', words.t('schedules.cap')),
    base: FINEABLE_RULES.map((rule) => field(`base-${rule}`, words.t(`cases.rule.${rule}`))),
    lists: STEP_LISTS.map((list) => ({
      title: words.t(`schedules.list.${list}`),
      body: words.t(`schedules.list.${list}.body`),
      money: list === 'amountInvolved',
      rows: rowsOf(list).map((row) => {
        const nr = String(row + 1);
        return {
          from: field(
            `${list}-${String(row)}-from`,
            words.t(`schedules.list.${list}.from`, { nr }),
          ),
          percent: field(`${list}-${String(row)}-percent`, words.t('schedules.percent', { nr })),
        };
      }),
    })),
    withinYears: field('withinYears', words.t('schedules.field.withinYears')),
    selfReportPercent: field('selfReportPercent', words.t('schedules.field.selfReportPercent')),
    repairPercent: field('repairPercent', words.t('schedules.field.repairPercent')),
    errors,
    once,
  };
}
