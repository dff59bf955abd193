import { type FaultCode, type WarningCode } from './fault';

type Params = Readonly<Record<string, string>>;

export type CellValue = string | number | boolean | null;

/** What a cell means, or why that cannot be said. */
export type Reading =
  | {
      readonly value: CellValue;
      readonly fault: null;
      readonly warning: WarningCode | null;
      readonly params: Params;
    }
  | { readonly value: null; readonly fault: FaultCode; readonly params: Params };

export function means(
  value: CellValue,
  warning: WarningCode | null = null,
  params: Params = {},
): Reading {
  return { value, fault: null, warning, params };
}

export function wrong(fault: FaultCode, params: Params = {}): Reading {
  return { value: null, fault, params };
}
