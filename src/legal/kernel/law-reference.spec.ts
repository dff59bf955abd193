import { printReference } from './law-reference';

describe('a place in a law is written as lawyers write it', () => {
  it('article, paragraph and part, as far as they are given', () => {
    expect(printReference({ law: 'Wfpp', article: '29b' })).toBe('Wfpp art. 29b');
    expect(printReference({ law: 'Wfpp', article: '25a', paragraph: '2' })).toBe(
      'Wfpp art. 25a lid 2',
    );
    expect(printReference({ law: 'Wfpp', article: '25', paragraph: '1', part: 'b' })).toBe(
      'Wfpp art. 25 lid 1 onder b',
    );
    expect(printReference({ law: 'UbWwft', article: '3', part: 'a' })).toBe(
      'UbWwft art. 3 onder a',
    );
  });
});
