import { type WorkSource } from '../work-source';
import { cases } from './cases.source';
import { filings, missing } from './filings.source';
import { findings } from './findings.source';
import { lists } from './lists.source';
import { machine } from './machine.source';
import { patterns } from './patterns.source';
import { proposals } from './proposals.source';
import { release, safety } from './publication.source';
import { remedies } from './remedies.source';
import { tips } from './tips.source';

/** Every kind of work there is. A new kind is one file and one line here. */
export const WORK_SOURCES: readonly WorkSource[] = [
  proposals,
  findings,
  cases,
  remedies,
  missing,
  filings,
  safety,
  release,
  patterns,
  tips,
  lists,
  machine,
];
