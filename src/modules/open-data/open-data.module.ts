import { Module } from '@nestjs/common';
import { PublicationModule } from '../publication/public';
import { RegisterModule } from '../register/public';
import { BuildFiles } from './application/build-files';
import { BuildOverviews } from './application/build-overviews';
import { CompareWithList } from './application/compare-with-list';
import { Feeds } from './application/feeds';
import { PublicAnswers } from './application/public-answers';
import { RegisterHead } from './application/register-head';
import { ServeFile } from './application/serve-file';
import { Building } from './jobs/building';
import { DownloadsController } from './web/downloads.controller';
import { FeedsController } from './web/feeds.controller';
import { OpenDataPages } from './web/open-data.pages';
import { PublicGiftsController } from './web/public-gifts.controller';
import { PublicPeopleController } from './web/public-people.controller';
import { PublicStateController } from './web/public-state.controller';

@Module({
  imports: [PublicationModule, RegisterModule],
  controllers: [
    PublicGiftsController,
    PublicPeopleController,
    PublicStateController,
    DownloadsController,
    OpenDataPages,
    FeedsController,
  ],
  providers: [
    BuildFiles,
    BuildOverviews,
    Building,
    CompareWithList,
    Feeds,
    PublicAnswers,
    RegisterHead,
    ServeFile,
  ],
  exports: [BuildFiles, RegisterHead, ServeFile],
})
export class OpenDataModule {}
