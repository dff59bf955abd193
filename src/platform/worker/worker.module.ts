import {
  Module,
  type DynamicModule,
  type InjectionToken,
  type OptionalFactoryDependency,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { Database } from '../database/database';
import { Worker } from './worker';
import { type WorkerOptions } from './worker-options';

const WORKER_OPTIONS = Symbol('WORKER_OPTIONS');

export interface WorkerOptionsFactory<Dependencies extends unknown[]> {
  readonly inject: (InjectionToken | OptionalFactoryDependency)[];
  readonly useFactory: (...dependencies: Dependencies) => WorkerOptions;
}

/** Gives `Worker`. Needs `Database` from a global module. */
@Module({})
export class WorkerModule {
  static register(options: WorkerOptions): DynamicModule {
    return WorkerModule.registerAsync({ inject: [], useFactory: () => options });
  }

  static registerAsync<Dependencies extends unknown[]>(
    options: WorkerOptionsFactory<Dependencies>,
  ): DynamicModule {
    return {
      module: WorkerModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: WORKER_OPTIONS, inject: options.inject, useFactory: options.useFactory },
        {
          provide: Worker,
          inject: [Database, DiscoveryService, WORKER_OPTIONS],
          useFactory: (
            database: Database,
            discovery: DiscoveryService,
            workerOptions: WorkerOptions,
          ) => new Worker(database, discovery, workerOptions),
        },
      ],
      exports: [Worker],
    };
  }
}
