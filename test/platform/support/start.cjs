// node start.cjs <hook> <program.ts> <settings>: runs TypeScript without a build.
const [hook, program, settings] = process.argv.slice(2);
process.argv = [process.argv[0], settings];
require(hook);
require(program);
