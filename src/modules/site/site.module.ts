import { Module } from '@nestjs/common';
import { PublicPages } from './web/public-pages';
import { SearchPages } from './web/search.pages';

@Module({
  controllers: [SearchPages],
  providers: [PublicPages],
})
export class SiteModule {}
