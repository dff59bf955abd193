import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import vm from 'node:vm';
import { declareFactoryPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';

// Runs the examples of the law for Stryker. They are functions that wait for nothing and need
// nothing, so they run in this process: a mutant takes milliseconds, where a start of Jest for each
// mutant takes a second. It knows what the examples use of Jest: describe, it, it.each and expect.

/** Generated tests over whole cases and years: they reach every line, and take seconds. */
const LEFT_OUT = /\.(?:properties|model)\.spec\.ts$/;

// Stryker loads this file before it goes to the folder with the mutants.
const here = createRequire(import.meta.url);
const { transformSync } = here('@swc/core');
const { expect } = here('expect');

// Fewer random examples than for a commit: what they find, they find early.
here('fast-check').configureGlobal({ numRuns: 20 });

const SWC = {
  swcrc: false,
  module: { type: 'commonjs' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
};

const PARAMETERS = [
  'exports',
  'require',
  'module',
  '__filename',
  '__dirname',
  'describe',
  'it',
  'expect',
];

const compiled = new Map();

function compile(file) {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const { code } = transformSync(fs.readFileSync(file, 'utf8'), { ...SWC, filename: file });
  const script = new vm.Script(`(function (${PARAMETERS.join(', ')}) {${code}\n})`, {
    filename: file,
  }).runInThisContext();
  compiled.set(file, script);
  return script;
}

/** The file of an import inside the law; null for a package. */
function ownFile(from, name) {
  if (!name.startsWith('.')) return null;
  const base = path.resolve(path.dirname(from), name);
  const places = [`${base}.ts`, path.join(base, 'index.ts')];
  return places.find((place) => fs.existsSync(place)) ?? null;
}

/** Loads files anew, so that a mutant in a table is there from the start. Gives the tests. */
function load(root, files) {
  const loaded = new Map();
  const tests = [];
  const titles = [];
  const add = (title, run) => tests.push({ titles: [...titles, title], run });
  const it = Object.assign(add, {
    each: (rows) => (title, run) =>
      rows.forEach((row) => {
        const values = Array.isArray(row) ? row : [row];
        add(format(title, ...values), () => run(...values));
      }),
  });
  const describe = (title, body) => {
    titles.push(title);
    body();
    titles.pop();
  };
  const open = (file) => {
    const before = loaded.get(file);
    if (before !== undefined) return before.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const require = (name) => {
      const own = ownFile(file, name);
      return own === null ? here(name) : open(own);
    };
    compile(file)(module.exports, require, module, file, path.dirname(file), describe, it, expect);
    return module.exports;
  };
  return files.flatMap((file) => {
    tests.length = 0;
    open(file);
    return tests.map(({ titles: names, run }, index) => {
      const name = `${path.relative(root, file)} ${names.join(' ')}`;
      return { id: `${name} #${index}`, name, fileName: file, run };
    });
  });
}

function specsIn(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return specsIn(place);
    return place.endsWith('.spec.ts') && !LEFT_OUT.test(place) ? [place] : [];
  });
}

function runOne({ id, name, fileName, run }, namespace) {
  const began = performance.now();
  const told = { id, name, fileName };
  namespace.currentTestId = id;
  try {
    run();
    return { ...told, status: TestStatus.Success, timeSpentMs: performance.now() - began };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    const timeSpentMs = performance.now() - began;
    return { ...told, status: TestStatus.Failed, failureMessage, timeSpentMs };
  } finally {
    namespace.currentTestId = undefined;
  }
}

class ExamplesRunner {
  namespace = (globalThis.__stryker__ ??= {});
  root = process.cwd();
  specs = specsIn(path.join(this.root, 'src/legal'));
  tests = null;

  capabilities() {
    return { reloadEnvironment: true };
  }

  dryRun() {
    delete this.namespace.mutantCoverage;
    try {
      this.tests = load(this.root, this.specs);
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error.stack) };
    }
    const tests = this.tests.map((test) => runOne(test, this.namespace));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.namespace.mutantCoverage };
  }

  mutantRun(options) {
    const { activeMutant, testFilter, hitLimit, reloadEnvironment, mutantActivation } = options;
    const { namespace } = this;
    namespace.hitCount = hitLimit === undefined ? undefined : 0;
    namespace.hitLimit = hitLimit;
    namespace.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    try {
      if (reloadEnvironment || this.tests === null) this.tests = load(this.root, this.specs);
      namespace.activeMutant = activeMutant.id;
      return toMutantRunResult(this.run(this.nearestFirst(options), testFilter, options));
    } catch (error) {
      return toMutantRunResult(
        determineHitLimitReached(namespace.hitCount, hitLimit) ?? {
          status: DryRunStatus.Error,
          errorMessage: String(error.stack),
        },
      );
    } finally {
      namespace.activeMutant = undefined;
      if (reloadEnvironment) this.tests = null;
    }
  }

  /** The examples of the mutant's own folder find it soonest. */
  nearestFirst({ sandboxFileName }) {
    const folder = path.dirname(sandboxFileName);
    const near = ({ fileName }) => (path.dirname(fileName) === folder ? 0 : 1);
    return this.tests.toSorted((a, b) => near(a) - near(b));
  }

  run(tests, testFilter, { disableBail, hitLimit }) {
    const wanted = testFilter === undefined ? null : new Set(testFilter);
    const results = [];
    for (const test of tests) {
      if (wanted !== null && !wanted.has(test.id)) continue;
      const result = runOne(test, this.namespace);
      const endless = determineHitLimitReached(this.namespace.hitCount, hitLimit);
      if (endless !== undefined) return endless;
      results.push(result);
      if (result.status === TestStatus.Failed && !disableBail) break;
    }
    return { status: DryRunStatus.Complete, tests: results };
  }
}

function createRunner() {
  return new ExamplesRunner();
}
createRunner.inject = [];

export const strykerPlugins = [
  declareFactoryPlugin(PluginKind.TestRunner, 'examples', createRunner),
];
