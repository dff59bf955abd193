import { cellName } from '../../../platform/spreadsheet/cell';
import { type CellProblem, type ProblemCode } from '../facts/published-list';

interface Explanation {
  readonly blocking: boolean;
  readonly rule: string;
  readonly mend: string;
}

const told = (rule: string, mend: string): Explanation => ({ blocking: false, rule, mend });
const blocks = (rule: string, mend: string): Explanation => ({ blocking: true, rule, mend });

const EXPLANATIONS: Readonly<Record<ProblemCode, Explanation>> = {
  amount_as_text: told(
    'An amount must be a number; a spreadsheet leaves text out of every sum.',
    'Type the amount as a number, without euro sign, points or spaces.',
  ),
  amount_unreadable: blocks(
    'An amount is whole euros, or euros with a decimal comma and at most two decimals.',
    'Type the amount like 10000 or 24592,5.',
  ),
  amount_not_positive: blocks(
    'The list holds amounts above zero; what was returned is taken off the total.',
    'Lower the total of this donor and leave the returned amount out.',
  ),
  day_unreadable: blocks(
    'A day is written month/day/year, or day-month-year.',
    'Write the day of receipt like 08/26/2025 or 26-08-2025.',
  ),
  day_outside_year: told(
    'A gift belongs to the list of the year in which it was received.',
    'Check the day, or move the gift to the list of that year.',
  ),
  day_without_amount: told(
    'A day stands beside a single gift.',
    'Give the amount of the single gift, or take the day out.',
  ),
  amount_without_day: told(
    'A single gift is printed with the day of receipt.',
    'Add the day on which the gift was received.',
  ),
  total_missing: blocks(
    'The first row of a donor carries the total of the year; only rows that follow it may be empty.',
    'Fill in the total, or put the row under the first row of the same donor and recipient.',
  ),
  total_below_threshold: told(
    'The list holds donors whose total reaches the amount in its title.',
    'Check the total; a donor below that amount is not on this list.',
  ),
  donor_missing: blocks('Every row names its donor.', 'Fill in the donor, or "*" when shielded.'),
  party_missing: blocks('Every row names its party.', 'Fill in the party as in the summary.'),
  party_not_in_summary: told(
    'Every party with rows stands in the summary at the top.',
    'Add the party to the summary, or correct its name in this row.',
  ),
  party_twice_in_summary: blocks(
    'A party stands in the summary once.',
    'Put its totals together in one line.',
  ),
  answer_contradicts_rows: told(
    'The answer is "Ja" for a party with rows and "Nee" for a party without.',
    'Correct the answer, or the rows of this party.',
  ),
  lost_character: told(
    'A question mark inside a word stands for a character that was lost.',
    'Write the name as it is spelled.',
  ),
  column_missing: blocks(
    'The list has a column for party, affiliate, total, donor, address, amount and day.',
    'Restore the heading of this column.',
  ),
  column_unknown: blocks(
    'Every column has a heading that says what it holds.',
    'Use the headings of the published list, or take the column out.',
  ),
  not_a_list: blocks(
    'A list has a title, a summary that ends with "Totaal", and rows under a line of headings.',
    'Save the whole sheet of the published list as CSV (UTF-8) and send that file.',
  ),
  wrong_year: blocks(
    'The title and the total column name the year of the list.',
    'Import the list under its own year, or send the file of the year you named.',
  ),
  csv_broken: blocks(
    'The file must be CSV: cells parted by commas or semicolons, quotes closed.',
    'Save the sheet again as CSV (UTF-8).',
  ),
};

/** Every kind of problem there is; the pages have a text for each. */
export const PROBLEM_CODES = Object.keys(EXPLANATIONS) as readonly ProblemCode[];

/** Where a problem stands. `column` from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
}

export function problemAt(code: ProblemCode, place: Place, value: string): CellProblem {
  return {
    code,
    row: place.row,
    column: place.heading.trim(),
    cell: cellName(place.row, place.column),
    value,
    ...EXPLANATIONS[code],
  };
}
