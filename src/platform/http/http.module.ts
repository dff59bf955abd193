import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AllowGuard } from './allow.guard';
import { type Authority, AUTHORITY_TABLE } from './authority';
import { CsrfGuard } from './csrf.guard';
import { OpenApiController, OpenApiDocument } from './openapi.controller';
import { Pages } from './pages';
import { ProblemFilter } from './problem.filter';
import { ValidationPipe } from './validation';

/** The guards, the pipe and the filter every request passes, in that order. */
@Global()
@Module({})
export class HttpModule {
  static register(authority: Authority): DynamicModule {
    return {
      module: HttpModule,
      controllers: [OpenApiController],
      providers: [
        { provide: AUTHORITY_TABLE, useValue: authority },
        { provide: APP_GUARD, useClass: AllowGuard },
        { provide: APP_GUARD, useClass: CsrfGuard },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Pages,
        OpenApiDocument,
      ],
      exports: [AUTHORITY_TABLE, Pages, OpenApiDocument],
    };
  }
}
