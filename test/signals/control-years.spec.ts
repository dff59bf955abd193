import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONTROL_SET } from '../../src/modules/signals/detectors/control-set';
import { DETECTOR_CODES } from '../../src/modules/signals/detectors/registry';
import { measureControlYears, type Measured } from './measure';

const README = join(process.cwd(), 'src', 'modules', 'signals', 'README.md');

/** The lines of the table in the README of signals. */
function tableOf({ found, years }: Pick<Measured, 'found' | 'years'>): readonly string[] {
  return DETECTOR_CODES.map((code) => {
    const perYear = (found[code] / years).toFixed(2);
    return `| \`${code}\` | ${String(found[code])} | ${perYear} |`;
  });
}

describe('False positives on 20 control years, in which nothing was planted', () => {
  let measured: Measured;

  beforeAll(() => {
    const { firstSeed, years } = CONTROL_SET;
    measured = measureControlYears(Array.from({ length: years }, (_, at) => firstSeed + at));
    process.stdout.write(
      [
        `\n${String(measured.years)} control years, ${String(measured.donors)} donors, ` +
          `${String(measured.gifts)} gifts`,
        '| kind | found | per year |',
        '| --- | --: | --: |',
        ...tableOf(measured),
        '',
      ].join('\n'),
    );
  }, 300_000);

  it('are as stated to whoever reads a signal', () => {
    const { donors, gifts, years, found } = CONTROL_SET;
    expect(measured).toEqual({ years, donors, gifts, found });
  });

  it('stand in the README too', () => {
    const written = readFileSync(README, 'utf8').split('\n');
    expect(written).toEqual(expect.arrayContaining([...tableOf(CONTROL_SET)]));
  });
});
