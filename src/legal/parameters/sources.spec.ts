import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainDate } from '../kernel/plain-date';
import {
  parameter,
  type ParameterKey,
  type ParameterOperator,
  parametersOn,
  type ParameterScope,
  type ParameterUnit,
  type ParameterValue,
  STORED_ELECTION_THRESHOLDS,
} from './index';

interface Written {
  readonly key: ParameterKey;
  readonly operator: ParameterOperator;
  readonly unit: ParameterUnit;
  readonly per: ParameterScope;
  readonly values: readonly {
    readonly from: string;
    readonly value: ParameterValue;
    readonly source: string;
    readonly status: 'verified' | 'unverified';
  }[];
}

function readWritten(): readonly Written[] {
  const text = readFileSync(join(__dirname, 'parameters.vectors.json'), 'utf8');
  return (JSON.parse(text) as { readonly parameters: readonly Written[] }).parameters;
}

describe('law file 3: every number of the law, over what, since when and where it was read', () => {
  it.each(readWritten())('$key', ({ key, operator, unit, per, values }) => {
    for (const { from, value, source, status } of values) {
      expect(parameter(key, plainDate(from))).toMatchObject({
        key,
        operator,
        unit,
        per,
        from,
        value,
        source,
        status,
      });
    }
  });

  it('in the order of the law, and no other', () => {
    expect(parametersOn(plainDate('2026-01-01')).map(({ key }) => key)).toEqual(
      readWritten().map(({ key }) => key),
    );
  });

  it('decision D13: the figures that the ministry used for one election', () => {
    expect(STORED_ELECTION_THRESHOLDS).toEqual([
      {
        election: 'TK2017',
        pollingDay: '2017-03-15',
        kind: 'candidate_polling_year',
        value: 65_300,
        source: 'eufin.nl/40500',
        status: 'verified',
      },
      {
        election: 'TK2023',
        pollingDay: '2023-11-22',
        kind: 'party',
        value: 450_000,
        source: 'Overviews of the ministry, rijksoverheid.nl, 15 November 2023',
        status: 'verified',
      },
      {
        election: 'TK2025',
        pollingDay: '2025-10-29',
        kind: 'candidate_polling_year',
        value: 76_712,
        source: 'blikopnieuws.nl; accountancyvanmorgen.nl, 28 October 2025',
        status: 'verified',
      },
    ]);
  });
});
