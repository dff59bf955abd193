import { type DiscoveryService } from '@nestjs/core';

/** The handlers of this application by the name of what they handle. */
export type HandlersByName<Handler> = ReadonlyMap<string, Handler>;

/**
 * Names that were defined, to be checked against the handlers when the application starts. A name
 * can be defined once: two modules that both claim it would silently share its rows.
 */
export class DefinedNames {
  private readonly names = new Set<string>();

  constructor(private readonly what: string) {}

  add(name: string): void {
    if (!/^[a-z][a-z0-9_.]{2,79}$/.test(name)) {
      throw new Error(
        `"${name}" is no name for a ${this.what}: use 3 to 80 of a-z, 0-9, dot and underscore, starting with a letter`,
      );
    }
    if (this.names.has(name)) throw new Error(`the ${this.what} "${name}" is defined twice`);
    this.names.add(name);
  }

  /**
   * Every defined name with its one handler.
   * @throws Error that lists every name without a handler and every name with two.
   */
  match<Handler>(handlers: readonly (readonly [string, Handler])[]): HandlersByName<Handler> {
    const byName = new Map(handlers);
    const without = [...this.names].filter((name) => !byName.has(name));
    const double = handlers
      .map(([name]) => name)
      .filter((name, at, all) => all.indexOf(name) !== at);
    const faults = [
      ...without.map((name) => `no provider handles the ${this.what} "${name}"`),
      ...[...new Set(double)].map((name) => `two providers handle the ${this.what} "${name}"`),
    ];
    if (faults.length > 0) throw new Error(faults.join('; '));
    return byName;
  }
}

/** The providers whose class carries the decorator `mark`, as they were made by Nest. */
export function providersMarked<Handler>(discovery: DiscoveryService, mark: symbol): Handler[] {
  return discovery
    .getProviders()
    .filter(
      ({ metatype, instance }) =>
        typeof metatype === 'function' &&
        Reflect.hasMetadata(mark, metatype) &&
        instance !== undefined &&
        instance !== null,
    )
    .map(({ instance }) => instance as Handler);
}
