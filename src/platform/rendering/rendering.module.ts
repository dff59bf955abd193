import { Global, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { chosenLanguage, LanguageChoiceController } from './language-choice';
import { PageRenderer } from './page-renderer';

/**
 * Pages from templates/, their style sheets and scripts at /assets, and the choice of language.
 * Import it before the module
 * that finds out who is asking: that one keeps the language it finds.
 */
@Global()
@Module({
  controllers: [LanguageChoiceController],
  providers: [PageRenderer],
  exports: [PageRenderer],
})
export class RenderingModule implements NestModule {
  constructor(private readonly pages: PageRenderer) {}

  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(this.pages.assets.serve).forRoutes('/assets/*path');
    consumer.apply(chosenLanguage).forRoutes('/{*path}');
  }
}
