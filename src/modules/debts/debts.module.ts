import { Module } from '@nestjs/common';
import { RecordDebtBalance, RegisterDebt, ReviseDebt } from './application/debt-verbs';
import { DebtForms } from './web/debt-forms';
import { DebtsController } from './web/debts.controller';
import { DebtPages } from './web/debts.pages';

const VERBS = [RegisterDebt, RecordDebtBalance, ReviseDebt];

@Module({
  controllers: [DebtsController, DebtPages],
  providers: [...VERBS, DebtForms],
  exports: VERBS,
})
export class DebtsModule {}
