// Lets plain Node load our TypeScript, so that the database of the tests is made from the very
// migrations in the working tree and no build is needed first.
const fs = require('node:fs');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.resolve(__dirname, '..', '..');

const options = {
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
};

require.extensions['.ts'] = (module, filename) => {
  const source = fs.readFileSync(filename, 'utf8');
  if (!filename.startsWith(root)) throw new Error(`not ours: ${filename}`);
  module._compile(transformSync(source, { ...options, filename }).code, filename);
};
