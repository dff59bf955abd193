// Prints what each kind of evidence is worth on the training half, beside how often it was seen.
require('../support/typescript-hook.cjs');
const { learn } = require('./learn.ts');
const { makeSet } = require('./make-set.ts');

const percent = (part) => `${(part * 100).toFixed(3)} %`.padStart(10);
for (const { code, ofOne, ofTwo, weight } of learn([makeSet(1, 10_000), makeSet(3, 10_000)]))
  process.stdout.write(
    `${code.padEnd(18)}${percent(ofOne)}${percent(ofTwo)}${String(weight).padStart(8)}\n`,
  );
