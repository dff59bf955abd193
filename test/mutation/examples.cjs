const fs = require('node:fs');
const path = require('node:path');

// The examples of one folder of src/legal as one file: the law is loaded once for every
// mutant, and not once for every file of examples.

const LEGAL = path.join(__dirname, '../../src/legal');

/** Generated tests over whole cases and years: see run.cjs. */
const LEFT_OUT = /\.(?:properties|model)\.spec\.ts$/;

const folder = path.join(LEGAL, process.env.MUTATION_EXAMPLES ?? 'kernel');
for (const file of fs.readdirSync(folder).toSorted()) {
  if (file.endsWith('.spec.ts') && !LEFT_OUT.test(file)) require(path.join(folder, file));
}
