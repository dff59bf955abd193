import { Module } from '@nestjs/common';
import { FiledNoticePages } from './web/filed-notices.pages';
import { OversightPages } from './web/oversight.pages';

@Module({ controllers: [OversightPages, FiledNoticePages] })
export class OversightModule {}
