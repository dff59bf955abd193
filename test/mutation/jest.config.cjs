const path = require('node:path');

// What a mutant is tried with, without a database. The sandbox of Stryker has no node_modules of its
// own, so nothing here looks for them.
module.exports = {
  rootDir: path.join(__dirname, '../..'),
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/mutation/examples.cjs'],
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
