import { type DynamicModule, Module } from '@nestjs/common';
import { AUTHORITY } from './authority';
import { HttpModule } from './platform/http/http.module';
import { PlatformModule } from './platform/platform.module';
import { type Runtime } from './platform/process/runtime';
import { RenderingModule } from './platform/rendering/rendering.module';

/** Every module of the application, from low to high. */
@Module({})
export class AppModule {
  static register(runtime: Runtime): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.register(runtime), RenderingModule, HttpModule.register(AUTHORITY)],
    };
  }
}
