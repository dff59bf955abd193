import { overCap, type CapArticle } from './cap';
import { SINCE_THE_EVALUATION_ACT, type Rule } from './rule';

const ARTICLE: CapArticle = {
  code: 'WFPP-29b-1',
  basis: { law: 'Wfpp', article: '29b', paragraph: '1' },
  remedyBasis: { law: 'Wfpp', article: '29b', paragraph: '2' },
  appliesTo: (status) => status !== 'blank_list',
};

/** Art. 29b, and art. 31 for a new association: a party, its affiliates and candidates together. */
export const capOfParty: Rule = {
  code: ARTICLE.code,
  basis: ARTICLE.basis,
  inForce: SINCE_THE_EVALUATION_ACT,
  evaluate: (facts, on, policy) => overCap(ARTICLE, facts, on, policy),
};
