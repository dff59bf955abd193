import { Module } from '@nestjs/common';
import { RefreshWork } from './application/refresh-work';
import { StopMorningMail } from './application/stop-morning-mail';
import { MorningJob } from './jobs/morning.job';
import { FiledNoticePages } from './web/filed-notices.pages';
import { OversightPages } from './web/oversight.pages';
import { WorkActPages } from './web/work-act.pages';
import { WorkDayPages } from './web/work-day.pages';
import { WorkItemsController } from './web/work-items.controller';
import { WorkPages } from './web/work.pages';
import { WorkViewPages } from './web/work-view.pages';

@Module({
  controllers: [
    WorkPages,
    WorkActPages,
    WorkViewPages,
    WorkDayPages,
    WorkItemsController,
    OversightPages,
    FiledNoticePages,
  ],
  providers: [MorningJob, RefreshWork, StopMorningMail],
})
export class OversightModule {}
