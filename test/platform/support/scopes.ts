import { type Scope } from '../../../src/platform/database/transaction';

/** A person of the tenant, at work in a request. */
export function appScope(tenantId: string): Scope {
  return { role: 'app', tenantId, actorId: 'somebody', actorRole: 'treasurer', requestId: 'test' };
}

export const STAFF: Scope = {
  role: 'staff',
  tenantId: null,
  actorId: 'somebody',
  actorRole: 'overseer',
  requestId: 'test',
};

/** A door that stays shut until open() is called. */
export class Gate {
  private opener: () => void = () => undefined;
  private readonly opened = new Promise<void>((resolve) => {
    this.opener = resolve;
  });
  private arriver: () => void = () => undefined;
  /** Settled when somebody stands before the door. */
  readonly reached = new Promise<void>((resolve) => {
    this.arriver = resolve;
  });

  pass(): Promise<void> {
    this.arriver();
    return this.opened;
  }

  open(): void {
    this.opener();
  }
}
