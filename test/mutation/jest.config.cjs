const path = require('node:path');

// The examples of one or more folders of src/legal, without a database: what a mutant is tried with.
// The sandbox of Stryker has no node_modules of its own, so nothing here looks for them.
const folders = (process.env.MUTATION_EXAMPLES ?? '*').split(',');

module.exports = {
  rootDir: path.join(__dirname, '../..'),
  testEnvironment: 'node',
  testMatch: folders.map((folder) => `<rootDir>/src/legal/${folder}/*.spec.ts`),
  testPathIgnorePatterns: ['\\.properties\\.spec\\.ts$', '\\.model\\.spec\\.ts$'],
  setupFiles: [path.join(__dirname, 'setup.cjs')],
  testTimeout: 30_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      },
    ],
  },
};
