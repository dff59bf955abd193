import { Module } from '@nestjs/common';
import { HandleTip } from './application/handle-tip';
import { TellTip } from './application/tell-tip';
import { Visitors } from './application/visitors';
import { EraseTipHandler } from './jobs/erase-tip.job';
import { StaffTipForms } from './web/staff-tip-forms';
import { StaffTipPages } from './web/staff-tips.pages';
import { TipForms } from './web/tip-forms';
import { TipTalk } from './web/tip-talk';
import { TipPages } from './web/tip.pages';

@Module({
  controllers: [TipPages, StaffTipPages],
  providers: [HandleTip, TellTip, Visitors, EraseTipHandler, StaffTipForms, TipForms, TipTalk],
})
export class TipsModule {}
