import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CONFIG } from './config/config';
import { Database, DATA_SOURCES } from './database/database';
import { type Runtime } from './process/runtime';

/** The settings and the database of this process, for every module. */
@Global()
@Module({})
export class PlatformModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: runtime.config },
        { provide: DATA_SOURCES, useValue: runtime.sources },
        Database,
      ],
      exports: [CONFIG, DATA_SOURCES, Database],
    };
  }
}
