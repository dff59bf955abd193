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
import { DecisionForms } from './web/decision-forms';
import { KindForms } from './web/kind-forms';
import { SignalKindPages } from './web/kinds.pages';
import { SignalForms } from './web/signal-forms';
import { SignalKindsController } from './web/signal-kinds.controller';
import { SignalsController } from './web/signals.controller';
import { SignalPages } from './web/signals.pages';

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
  // Fixed paths before those with an id in their place.
  controllers: [SignalKindPages, SignalPages, SignalsController, SignalKindsController],
  providers: [JudgeSignal, SetKinds, SignalForms, KindForms, DecisionForms, ...HANDLERS],
  exports: [JudgeSignal, SetKinds],
})
export class SignalsModule {}
