// Prints the plain closing line of a run, after everything else Jest prints.
module.exports = class ClosingLineReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const left = skipped > 0 ? `${String(skipped)} skipped\n` : '';
    const line = `${left}${String(results.numPassedTests)} passed, ${String(failed)} failed\n`;
    process.once('exit', () => {
      require('node:fs').writeSync(1, line);
    });
  }
};
