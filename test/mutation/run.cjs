const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

// Mutation tests of the law, one folder of src/legal at a time: every mutant of a folder is tried
// with the examples that are written for that folder. The generated tests over whole cases are left
// out: they reach every line and take seconds, so each mutant would wait for them. What only they, or
// only the examples of another folder, would catch therefore counts as survived: the score is a floor.
//
//   npm run mutation                     every folder
//   npm run mutation -- calendar fines   these folders

const ROOT = path.join(__dirname, '../..');
const REPORTS = path.join(ROOT, 'reports/mutation');
const LEGAL = path.join(ROOT, 'src/legal');
const ASKED_FOR = 85;

/** Examples and what runs them are tests, wherever they stand: a mutant of a test says nothing. */
const LEFT_ALONE = ['*.spec.ts', 'example*.ts', 'run-example.ts'];

function foldersOfLegal() {
  return fs
    .readdirSync(LEGAL, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing' && entry.name !== 'facts')
    .map(({ name }) => name)
    .filter((name) => fs.readdirSync(path.join(LEGAL, name)).some((file) => isCode(file)));
}

function isCode(file) {
  return file.endsWith('.ts') && !file.endsWith('.spec.ts');
}

/** The example schedule of fines is no example of a test but data that ships. */
function patternsOf(folder) {
  const left = folder === 'duties' ? LEFT_ALONE : LEFT_ALONE.slice(0, 1);
  return [`src/legal/${folder}/*.ts`, ...left.map((name) => `!src/legal/${folder}/${name}`)].join();
}

function mutate(folder) {
  const result = spawnSync(
    path.join(ROOT, 'node_modules/.bin/stryker'),
    ['run', 'stryker.config.json', '--mutate', patternsOf(folder)],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, MUTATION_EXAMPLES: folder },
    },
  );
  if (result.status !== 0) throw new Error(`the mutation tests of ${folder} did not run`);
  for (const kind of ['json', 'html']) {
    fs.renameSync(path.join(REPORTS, `mutation.${kind}`), path.join(REPORTS, `${folder}.${kind}`));
  }
}

function mutantsOf(folder) {
  const report = JSON.parse(fs.readFileSync(path.join(REPORTS, `${folder}.json`), 'utf8'));
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, file, source })),
  );
}

/** What the score counts: a mutant that does not compile or that was ignored is no test of anything. */
function tally(mutants) {
  const count = (...states) => mutants.filter(({ status }) => states.includes(status)).length;
  const [caught, missed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  return { caught, missed, score: (100 * caught) / Math.max(1, caught + missed) };
}

function lineOf(name, { caught, missed, score }) {
  const total = String(caught + missed).padStart(6);
  return `${name.padEnd(16)}${total} mutants ${String(missed).padStart(5)} survived ${score.toFixed(2).padStart(7)} %`;
}

function survivorLine({ file, source, location, mutatorName, replacement }) {
  const line = source.split('\n')[location.start.line - 1] ?? '';
  const place = `${file}:${location.start.line}:${location.start.column}`;
  const to = (replacement ?? '').replaceAll(/\s+/g, ' ');
  return `${place}\t${mutatorName}\t${line.trim()}\t${to}`;
}

const asked = process.argv.slice(2);
const folders = asked.length === 0 ? foldersOfLegal() : asked;
fs.mkdirSync(REPORTS, { recursive: true });
folders.forEach(mutate);

const known = foldersOfLegal().filter((name) => fs.existsSync(path.join(REPORTS, `${name}.json`)));
const all = known.flatMap(mutantsOf);
const summary = [
  ...known.map((name) => lineOf(name, tally(mutantsOf(name)))),
  lineOf('src/legal', tally(all)),
].join('\n');
const survivors = all.filter(({ status }) => status === 'Survived' || status === 'NoCoverage');
fs.writeFileSync(path.join(REPORTS, 'summary.txt'), `${summary}\n`);
fs.writeFileSync(
  path.join(REPORTS, 'survivors.tsv'),
  survivors.map(survivorLine).join('\n') + '\n',
);
process.stdout.write(`\n${summary}\n`);
process.exitCode = tally(all).score < ASKED_FOR ? 1 : 0;
