import { type Role } from '../../../platform/http/actor';

/** Where each role finds its work. */
const HOME: Readonly<Record<Role, string>> = {
  treasurer: '/start',
  party_administrator: '/start',
  accountant: '/start',
  overseer: '/toezicht',
  decision_maker: '/toezicht',
  committee_member: '/toezicht',
  committee_secretary: '/toezicht',
  administrator: '/account',
};

export function homeOf(role: Role): string {
  return HOME[role];
}

/** The path when it is one of this site; '' for anything a browser could take as elsewhere. */
export function localPath(text: string): string {
  return /^\/(?![/\\])[^\\\p{Cc}]{0,500}$/u.test(text) ? text : '';
}
