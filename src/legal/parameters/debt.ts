import { euro } from '../kernel/euro-cents';
import { timeline } from '../kernel/timeline';
import { defineParameter } from './parameter';

/** Wfpp art. 1 onder l and art. 21 lid 3: debts of this amount or more are registered and listed. */
export const debt = defineParameter({
  key: 'debt',
  unit: 'cents',
  operator: '>=',
  per: 'debt',
  values: timeline(
    ['2013-05-01', euro(25_000), 'Kamerstukken II 32 752, nr. 46'],
    ['2023-01-01', euro(25_000), 'Wfpp art. 1 onder l'],
  ),
});

/** Wfpp art. 1 onder l: a debt paid within these days after the reference date is left out. */
export const debtPaidGraceDays = defineParameter({
  key: 'debt.paid_grace_days',
  unit: 'days',
  operator: '<=',
  per: 'debt',
  values: timeline(['2023-01-01', 14, 'Wfpp art. 1 onder l']),
});
