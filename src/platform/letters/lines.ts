import { type Run, type Runs } from './block';

export type Measure = (run: Run) => number;

/** One line of text as it is drawn, with its width in points. */
export interface Line {
  readonly runs: Runs;
  readonly width: number;
}

interface Word {
  /** A blank belongs to the word before it. */
  readonly pieces: Runs;
  readonly endsLine: boolean;
}

/** Cuts runs into words: a word may change weight halfway, as in "**A**b". */
function wordsOf(runs: Runs): Word[] {
  const words: Word[] = [];
  let pieces: Run[] = [];
  const close = (endsLine: boolean): void => {
    // With a blank at its end, so that whoever copies or hears the text finds the words apart.
    const whole = endsLine ? [...pieces, { text: ' ', strong: false }] : pieces;
    if (whole.length > 0) words.push({ pieces: whole, endsLine });
    pieces = [];
  };
  for (const { text, strong } of runs) {
    if (text === '\n') {
      close(true);
      continue;
    }
    for (const part of text.split(/(?<= )(?! )/)) {
      pieces.push({ text: part, strong });
      if (part.endsWith(' ')) close(false);
    }
  }
  close(false);
  return words;
}

/** The longest beginning of a text that fits, at least one letter. */
function fitting(run: Run, room: number, measure: Measure): string {
  const letters = Array.from(run.text);
  let count = 1;
  while (
    count < letters.length &&
    measure({ ...run, text: letters.slice(0, count + 1).join('') }) <= room
  )
    count += 1;
  return letters.slice(0, count).join('');
}

/** Cuts a word that is wider than the line into pieces that are not. */
function cut(word: Word, width: number, measure: Measure): Word[] {
  const parts: Word[] = [];
  for (const piece of word.pieces) {
    let rest = piece;
    while (measure({ ...rest, text: rest.text.trimEnd() }) > width) {
      const text = fitting(rest, width, measure);
      parts.push({ pieces: [{ ...rest, text }], endsLine: false });
      rest = { ...rest, text: rest.text.slice(text.length) };
    }
    parts.push({ pieces: [rest], endsLine: false });
  }
  return parts.map((part, at) =>
    at === parts.length - 1 ? { ...part, endsLine: word.endsLine } : part,
  );
}

function widthOf(runs: Runs, measure: Measure): number {
  return runs.reduce((sum, run) => sum + measure(run), 0);
}

/** A blank at the end of a line is drawn, so that whoever copies the text finds it, but not counted. */
function widthToBreak(runs: Runs, measure: Measure): number {
  const last = runs.at(-1);
  if (last === undefined) return 0;
  return widthOf([...runs.slice(0, -1), { ...last, text: last.text.trimEnd() }], measure);
}

/** Neighbours of one weight are drawn in one go. */
function joined(runs: Runs): Runs {
  return runs.reduce<Run[]>((done, run) => {
    const last = done.at(-1);
    if (last?.strong !== run.strong) return [...done, run];
    return [...done.slice(0, -1), { ...last, text: last.text + run.text }];
  }, []);
}

/** Breaks text into lines no wider than so many points: at blanks, else within the word. */
export function linesOf(runs: Runs, width: number, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  let line: Runs = [];
  let used = 0;
  const close = (): void => {
    const whole = joined(line);
    lines.push({ runs: whole, width: widthToBreak(whole, measure) });
    [line, used] = [[], 0];
  };
  const words = wordsOf(runs).flatMap((word) =>
    widthToBreak(word.pieces, measure) > width ? cut(word, width, measure) : [word],
  );
  for (const { pieces, endsLine } of words) {
    if (line.length > 0 && used + widthToBreak(pieces, measure) > width) close();
    line = [...line, ...pieces];
    used += widthOf(pieces, measure);
    if (endsLine) close();
  }
  if (line.length > 0 || lines.length === 0) close();
  return lines;
}
