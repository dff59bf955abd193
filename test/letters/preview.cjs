// Writes every letter of the worked chain to reports/letters: node test/letters/preview.cjs
require('../support/typescript-hook.cjs');
require('./write-samples.ts');
