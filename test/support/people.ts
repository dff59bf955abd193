import { type INestApplicationContext } from '@nestjs/common';
import {
  AssignRole,
  demoTotp,
  IssueToken,
  newTotpSecret,
  RegisterAccount,
} from '../../src/modules/identity/public';
import { plainDate } from '../../src/legal/kernel/plain-date';
import { type Role } from '../../src/platform/http/actor';
import { type TestDatabase } from './database';

/** An invented person with an account. */
export interface Person {
  readonly accountId: string;
  readonly assignmentId: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** Makes people through the application's own verbs. */
export class People {
  private count = 0;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly test: TestDatabase,
  ) {}

  async add(role: Role, tenantId: string | null): Promise<Person> {
    this.count += 1;
    const email = `${role.replaceAll('_', '.')}.${String(this.count)}@voorbeeld.example`;
    const password = `Vijf paarden en ${String(this.count)} appels`;
    const totpSecret = newTotpSecret();
    const account = { email, name: `Persoon ${String(this.count)}`, password, totpSecret };
    const accountId = await this.app.get(RegisterAccount).run(account);
    const given = { accountId, role, tenantId, organisation: null, from: plainDate('2020-01-01') };
    const assignmentId = await this.app.get(AssignRole).run(given);
    return { accountId, assignmentId, email, password, totpSecret };
  }

  async token(person: Person, scopes: readonly string[]): Promise<string> {
    // A token without any scope is refused; one that fits nothing stands for it.
    const carried = scopes.length > 0 ? scopes : ['nothing:read'];
    const { assignmentId } = person;
    const command = { assignmentId, name: 'Test', scopes: carried };
    return (await this.app.get(IssueToken).run(command)).token;
  }

  /** The code that the authenticator app of this person shows now, by the application's clock. */
  async code(person: Person): Promise<string> {
    const [row] = await this.test.ownerQuery<{ now: Date }>('select platform.now() as now');
    if (row === undefined) throw new Error('PostgreSQL did not tell the time');
    return demoTotp(person.totpSecret, row.now.toISOString());
  }
}
