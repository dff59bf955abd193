import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/public';
import { ServeCalendar } from './application/calendar';
import { StopDigest } from './application/choose-digest';
import { DigestDayHandler, DigestReader, WriteDigestHandler } from './jobs/digest.handlers';
import { AgendaPages } from './web/agenda.pages';
import { FeedController } from './web/feed.controller';
import { GiftEventsController, GiftLifePages } from './web/gift.pages';
import { StartPages } from './web/start.pages';

@Module({
  imports: [IdentityModule],
  // Public addresses before the pages of who is signed in: both lie under /agenda.
  controllers: [FeedController, AgendaPages, StartPages, GiftLifePages, GiftEventsController],
  providers: [DigestDayHandler, DigestReader, ServeCalendar, StopDigest, WriteDigestHandler],
})
export class DeskModule {}
