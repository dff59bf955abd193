const fs = require('node:fs');
const path = require('node:path');

// Nest 12 and some others come as ES modules only. Jest on Node 20 cannot load those as they are,
// so swc turns exactly these packages into CommonJS, as it does with our own files.

/** True when some branch of "exports" hands out a CommonJS file. */
function offersCommonJs(entry) {
  if (typeof entry === 'string') return entry.endsWith('.cjs');
  if (entry === null || typeof entry !== 'object') return false;
  return Object.entries(entry).some(([key, value]) => {
    if (key === 'import' || key === 'types') return false;
    if (key === 'require' && typeof value === 'string') return /\.cjs$|\/cjs\//.test(value);
    return offersCommonJs(value);
  });
}

function esmOnlyPackages(folder, found = new Set()) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.startsWith('.')) continue;
    const place = path.join(folder, entry.name);
    if (entry.name.startsWith('@')) {
      esmOnlyPackages(place, found);
      continue;
    }
    const manifestFile = path.join(place, 'package.json');
    if (!fs.existsSync(manifestFile)) continue;
    const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
    const isEsm = manifest.type === 'module' && !/\.cjs$/.test(manifest.main ?? '');
    if (isEsm && !offersCommonJs(manifest.exports)) found.add(manifest.name);
    const nested = path.join(place, 'node_modules');
    if (fs.existsSync(nested)) esmOnlyPackages(nested, found);
  }
  return found;
}

function swc(syntax) {
  const transform = { legacyDecorator: true, decoratorMetadata: true };
  const jsc = {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax, decorators: true },
    transform,
  };
  const options = { swcrc: false, sourceMaps: 'inline', module: { type: 'commonjs' }, jsc };
  return ['@swc/jest', options];
}

const esmOnly = [...esmOnlyPackages(path.join(__dirname, 'node_modules'))]
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .join('|');

const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  setupFiles: ['reflect-metadata'],
  transform: { '^.+\\.tsx?$': swc('typescript'), '^.+\\.m?js$': swc('ecmascript') },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmOnly})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

// Started once, and only when a test that needs PostgreSQL takes part in the run.
const withServer = {
  ...base,
  globalSetup: './test/support/global-setup.cjs',
  globalTeardown: './test/support/global-teardown.cjs',
};

module.exports = {
  testTimeout: 90_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '768MB',
  reporters: ['default', './test/support/closing-line-reporter.cjs'],
  projects: [
    { ...base, displayName: 'legal', testMatch: ['<rootDir>/src/legal/**/*.spec.ts'] },
    {
      ...withServer,
      displayName: 'database',
      testMatch: ['<rootDir>/test/**/*.spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/(?:http|browser)/'],
    },
    { ...withServer, displayName: 'http', testMatch: ['<rootDir>/test/http/**/*.spec.ts'] },
    { ...withServer, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.spec.ts'] },
  ],
};
