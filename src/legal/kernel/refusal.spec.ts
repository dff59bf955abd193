import { accepted, isRefused, refused } from './refusal';

describe('an expected "no" is a value', () => {
  it('carries its reason and the facts to word it', () => {
    const answer = refused('year_closed', { year: 2025 });
    expect(isRefused(answer)).toBe(true);
    expect(answer).toEqual({ kind: 'refused', reason: 'year_closed', facts: { year: 2025 } });
    expect(refused('unknown').facts).toEqual({});
  });

  it('what is accepted carries its value', () => {
    const answer = accepted(42);
    expect(isRefused(answer)).toBe(false);
    expect(answer).toEqual({ kind: 'accepted', value: 42 });
  });
});
