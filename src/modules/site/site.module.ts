import { Module } from '@nestjs/common';
import { OpenDataModule } from '../open-data/public';
import { PublicationModule } from '../publication/public';
import { RegisterModule } from '../register/public';
import { StopAlerts } from './application/stop-alerts';
import { WriteAlerts } from './application/write-alerts';
import { Alerting } from './jobs/alerting';
import { ActivityPages } from './web/activity.pages';
import { DonorPages } from './web/donor.pages';
import { EmbedPages } from './web/embed.pages';
import { FollowPages } from './web/follow.pages';
import { GiftPages } from './web/gift.pages';
import { IdController } from './web/id.controller';
import { PartyPages } from './web/party.pages';
import { PublicPages } from './web/public-pages';
import { SearchPages } from './web/search.pages';
import { SelectionController } from './web/selection.controller';
import { YearPages } from './web/year.pages';

@Module({
  imports: [OpenDataModule, PublicationModule, RegisterModule],
  controllers: [
    SearchPages,
    SelectionController,
    PartyPages,
    DonorPages,
    GiftPages,
    ActivityPages,
    YearPages,
    EmbedPages,
    FollowPages,
    IdController,
  ],
  providers: [PublicPages, StopAlerts, WriteAlerts, Alerting],
})
export class SiteModule {}
