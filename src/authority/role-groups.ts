import { type Role } from '../platform/http/actor';

export const TREASURER: readonly Role[] = ['treasurer'];
export const SIGNERS: readonly Role[] = ['party_administrator', 'accountant'];
export const OVERSEERS: readonly Role[] = [
  'overseer',
  'decision_maker',
  'committee_member',
  'committee_secretary',
];
