const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

// Mutation tests of the law: Stryker changes src/legal in thousands of places, one at a time, and the
// examples of the law have to notice.
//
//   npm run mutation                     all of src/legal
//   npm run mutation -- calendar fines   these folders
//
// The generated tests over whole cases and years (*.properties.spec.ts, *.model.spec.ts) are left out
// and the others try fewer random examples. What only those would catch counts as survived, so the
// score is a floor. Reports, a summary by folder and a list of survivors go to reports/mutation.

const ROOT = path.join(__dirname, '../..');
const REPORTS = path.join(ROOT, 'reports/mutation');
const ASKED_FOR = 85;

function run(folders) {
  const places = folders.map((folder) => `src/legal/${folder}/*.ts`);
  const narrowed = places.length === 0 ? [] : ['--mutate', [...places, ...LEFT_ALONE].join()];
  const stryker = path.join(ROOT, 'node_modules/.bin/stryker');
  const { status } = spawnSync(stryker, ['run', ...narrowed], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('the mutation tests did not run to their end');
}

const { mutate } = JSON.parse(fs.readFileSync(path.join(ROOT, 'stryker.config.json'), 'utf8'));
const LEFT_ALONE = mutate.filter((pattern) => pattern.startsWith('!'));

function mutantsTried() {
  const report = JSON.parse(fs.readFileSync(path.join(REPORTS, 'mutation.json'), 'utf8'));
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, source, folder: file.split('/')[2] })),
  );
}

/** A mutant with which the law does not even load is no test of anything, and is not counted. */
function tally(mutants) {
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const [caught, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  return { caught, missed, score: (100 * caught) / Math.max(1, caught + missed) };
}

function lineOf(name, { caught, missed, score }) {
  const [all, alive] = [String(caught + missed).padStart(6), String(missed).padStart(5)];
  return `${name.padEnd(16)}${all} mutants${alive} survived ${score.toFixed(2).padStart(7)} %`;
}

function survivorLine({ file, source, location: { start, end }, mutatorName, replacement }) {
  const line = source.split('\n')[start.line - 1] ?? '';
  const until = start.line === end.line ? end.column - 1 : undefined;
  const from = line.slice(start.column - 1, until);
  const to = (replacement ?? '').replaceAll(/\s+/g, ' ');
  return [`${file}:${start.line}:${start.column}`, mutatorName, line.trim(), from, to].join('\t');
}

run(process.argv.slice(2));
const all = mutantsTried();
const folders = [...new Set(all.map(({ folder }) => folder))].toSorted();
const summary = [
  ...folders.map((name) => lineOf(name, tally(all.filter(({ folder }) => folder === name)))),
  lineOf('src/legal', tally(all)),
].join('\n');
const survivors = all.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
fs.writeFileSync(path.join(REPORTS, 'summary.txt'), `${summary}\n`);
fs.writeFileSync(
  path.join(REPORTS, 'survivors.tsv'),
  `${survivors.map(survivorLine).join('\n')}\n`,
);
process.stdout.write(`\n${summary}\n`);
process.exitCode = tally(all).score < ASKED_FOR ? 1 : 0;
