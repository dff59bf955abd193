import { Module } from '@nestjs/common';
import { StartPages } from './web/start.pages';

@Module({ controllers: [StartPages] })
export class DeskModule {}
