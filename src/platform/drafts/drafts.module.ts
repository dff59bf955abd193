import { Module } from '@nestjs/common';
import { DraftPages } from './drafts.pages';

@Module({ controllers: [DraftPages] })
export class DraftsModule {}
