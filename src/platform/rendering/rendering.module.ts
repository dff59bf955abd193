import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { PageRenderer } from './page-renderer';

/** Pages from templates/ and their style sheets and scripts at /assets. */
@Global()
@Module({ providers: [PageRenderer], exports: [PageRenderer] })
export class RenderingModule implements NestModule {
  constructor(private readonly pages: PageRenderer) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.pages.assets.serve).forRoutes('/assets/*path');
  }
}
