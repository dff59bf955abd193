import { formatCount } from '../../../platform/rendering/format';
import { type Words } from '../../../platform/rendering/words';
import { CONTROL_SET } from '../detectors/control-set';
import { type DetectorCode } from '../detectors/detector';

/** 44 in 20 years as "2,2": one decimal, rounded half up. */
export function perYear(code: DetectorCode, words: Words): string {
  const tenths = Math.floor(
    (CONTROL_SET.found[code] * 10 + CONTROL_SET.years / 2) / CONTROL_SET.years,
  );
  const mark = words.language === 'nl' ? ',' : '.';
  return `${formatCount(Math.floor(tenths / 10), words.language)}${mark}${tenths % 10}`;
}

/** How often this kind was found where nothing was hidden, and how that was measured. */
export function falseRate(code: DetectorCode, words: Words): string {
  const { years, donors, found, measuredOn, version, firstSeed } = CONTROL_SET;
  return words.t('signals.falseRateBody', {
    years: String(years),
    found: formatCount(found[code], words.language),
    perYear: perYear(code, words),
    donors: formatCount(Math.round(donors / years), words.language),
    day: words.day(measuredOn),
    version: String(version),
    first: String(firstSeed),
    last: String(firstSeed + years - 1),
  });
}
