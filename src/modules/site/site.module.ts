import { Module } from '@nestjs/common';
import { OpenDataModule } from '../open-data/public';
import { RegisterModule } from '../register/public';
import { ActivityPages } from './web/activity.pages';
import { DonorPages } from './web/donor.pages';
import { GiftPages } from './web/gift.pages';
import { PartyPages } from './web/party.pages';
import { PublicPages } from './web/public-pages';
import { SearchPages } from './web/search.pages';
import { YearPages } from './web/year.pages';

@Module({
  imports: [OpenDataModule, RegisterModule],
  controllers: [SearchPages, PartyPages, DonorPages, GiftPages, ActivityPages, YearPages],
  providers: [PublicPages],
})
export class SiteModule {}
