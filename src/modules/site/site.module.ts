import { Module } from '@nestjs/common';
import { ActivityPages } from './web/activity.pages';
import { DonorPages } from './web/donor.pages';
import { GiftPages } from './web/gift.pages';
import { PartyPages } from './web/party.pages';
import { PublicPages } from './web/public-pages';
import { SearchPages } from './web/search.pages';

@Module({
  controllers: [SearchPages, PartyPages, DonorPages, GiftPages, ActivityPages],
  providers: [PublicPages],
})
export class SiteModule {}
