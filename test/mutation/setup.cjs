// A mutant is tried with fewer random examples than a commit: what they find, they find early.
require('fast-check').configureGlobal({ numRuns: 20 });
