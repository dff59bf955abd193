import { Module } from '@nestjs/common';
import { SearchController } from './web/search.controller';
import { SearchPages } from './web/search.pages';

@Module({ controllers: [SearchController, SearchPages] })
export class SearchModule {}
