import { type Words } from '../../../platform/rendering/words';
import { type WorkQuery } from './work-address';
import { rowsWord } from './work-words';

const ACTS = ['assign', 'set_aside', 'take_up', 'judge'] as const;

/** 'gedaan=assign.3' in the address of the page that follows an act. */
export function doneInAddress(act: string, count: number): string {
  return `gedaan=${act}.${String(count)}`;
}

/** What was just done, in a sentence; '' when nothing was. */
export function doneWords(query: WorkQuery, words: Words): string {
  const told = typeof query['gedaan'] === 'string' ? query['gedaan'] : '';
  if (told === 'view') return words.t('work.done.view');
  const [act = '', count = ''] = told.split('.');
  if (!ACTS.some((one) => one === act) || !/^[1-9]\d{0,3}$/.test(count)) return '';
  return words.t(`work.done.${act}`, { rows: rowsWord(Number(count), words) });
}
