import { Module } from '@nestjs/common';
import { EnforcementModule } from '../enforcement/public';
import { InsightModule } from '../insight/public';
import { JudgeSignal } from './application/judge-signal';
import { SetKinds } from './application/set-kind';
import {
  AskedSignalsHandler,
  DecisionSignalsHandler,
  NightSignalsHandler,
  PlanSignalNights,
  RefreshSignalsHandler,
  RunSignalsHandler,
} from './jobs/signal.jobs';

const HANDLERS = [
  AskedSignalsHandler,
  DecisionSignalsHandler,
  NightSignalsHandler,
  PlanSignalNights,
  RefreshSignalsHandler,
  RunSignalsHandler,
];

@Module({
  imports: [EnforcementModule, InsightModule],
  providers: [JudgeSignal, SetKinds, ...HANDLERS],
  exports: [JudgeSignal, SetKinds],
})
export class SignalsModule {}
