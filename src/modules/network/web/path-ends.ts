import { type NetworkNode } from '../facts/graph';

/** One end of a way: what was typed, and whom it can mean. */
export interface End {
  readonly typed: string;
  readonly node: NetworkNode | null;
  /** Others it can mean. */
  readonly choices: readonly NetworkNode[];
}
