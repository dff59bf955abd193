import { type SimulationResult } from '../../../legal/fines/simulate-schedule';
import { printReference } from '../../../legal/kernel/law-reference';
import { formatCount } from '../../../platform/rendering/format';
import { type Cell } from '../../../platform/rendering/page-parts';
import { type Words } from '../../../platform/rendering/words';
import { type StoredSchedule } from '../application/fine-schedules';

/** The data of pages/enforcement/schedule-simulation.njk: never a decision, never a proposal. */
export function simulationPage(
  one: StoredSchedule,
  result: SimulationResult,
  words: Words,
): object {
  const { total } = result;
  const amounts = (row: typeof total): readonly Cell[] => [
    words.euro(row.current),
    words.euro(row.candidate),
    words.euro(row.difference),
    words.euro(row.ifAdopted),
  ];
  return {
    id: one.id,
    version: one.version,
    current: result.current.version,
    on: words.longDay(result.on),
    figures: [
      {
        label: words.t('schedules.sim.violations'),
        value: formatCount(total.violations, words.language),
      },
      { label: words.t('schedules.sim.current'), value: words.euro(total.current) },
      { label: words.t('schedules.sim.candidate'), value: words.euro(total.candidate) },
      { label: words.t('schedules.sim.difference'), value: words.euro(total.difference) },
    ],
    rows: result.fines.map((fine): readonly Cell[] => [
      { text: fine.ref, note: printReference(fine.basis) },
      words.day(fine.violatedOn),
      words.euro(fine.current),
      words.euro(fine.candidate),
      words.euro(fine.difference),
      words.euro(fine.ifAdopted),
    ]),
    totals: [words.t('schedules.sim.total'), '', ...amounts(total)],
    rules: result.rules.map((row): readonly Cell[] => [
      words.t(`cases.rule.${row.rule}`),
      formatCount(row.violations, words.language),
      ...amounts(row),
    ]),
  };
}
