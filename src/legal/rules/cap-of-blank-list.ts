import { overCap, type CapArticle } from './cap';
import { SINCE_THE_EVALUATION_ACT, type Rule } from './rule';

const ARTICLE: CapArticle = {
  code: 'WFPP-32a-1',
  basis: { law: 'Wfpp', article: '32a', paragraph: '1' },
  remedyBasis: { law: 'Wfpp', article: '32a' },
  appliesTo: (status) => status === 'blank_list',
};

/** Art. 32a: the candidates on a list without the name of a party, together. */
export const capOfBlankList: Rule = {
  code: ARTICLE.code,
  basis: ARTICLE.basis,
  inForce: SINCE_THE_EVALUATION_ACT,
  evaluate: (facts, on, policy) => overCap(ARTICLE, facts, on, policy),
};
