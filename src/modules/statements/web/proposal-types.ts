/** Every type a contribution can have, as answers name them. */
export const CONTRIBUTION_TYPES = [
  'gift',
  'membership_dues',
  'office_holder_remittance',
  'legacy',
  'loan_waived',
  'in_kind',
  'discount',
] as const;
