import { CARIBBEAN_GROUNDS, type CaribbeanGround } from '../../../legal/facts/donor';
import { isPlainDate, type PlainDate } from '../../../legal/kernel/plain-date';

/** What a natural person, or the parent of one, declared through a link. */
export interface DeclarationAnswer {
  readonly kind: 'declaration';
  readonly by: 'self' | 'guardian';
  readonly dutchNational: boolean;
  /** 18 or older on the day of the gift. */
  readonly adult: boolean;
  /** Only when the donor chose to give it. */
  readonly bornOn: PlainDate | null;
  /** ISO 3166-1 alpha-2; ZZ for any country that is not in our list. */
  readonly residence: string;
  readonly caribbeanGround: CaribbeanGround | null;
  readonly disenfranchised: boolean;
  readonly signedBy: string;
}

export interface AnsweredGiver {
  readonly name: string;
  readonly address: string | null;
  readonly residence: string | null;
  readonly amountCents: number;
}

/** What a foundation or association told of its own givers. No givers: nobody gave more. */
export interface LookThroughAnswer {
  readonly kind: 'look_through';
  readonly givers: readonly AnsweredGiver[];
  readonly signedBy: string;
  readonly signedAs: string;
}

export type DonorAnswer = DeclarationAnswer | LookThroughAnswer;

const COUNTRY = /^[A-Z]{2}$/;
export const MOST_GIVERS = 200;

type Plain = Readonly<Record<string, unknown>>;

function isText(value: unknown, most = 200): value is string {
  return typeof value === 'string' && value !== '' && value.length <= most;
}

function orNull(value: unknown, most: number): value is string | null {
  return value === null || isText(value, most);
}

function isGiver(value: unknown): value is AnsweredGiver {
  if (typeof value !== 'object' || value === null) return false;
  const { name, address, residence, amountCents } = value as Plain;
  return (
    isText(name) &&
    orNull(address, 300) &&
    orNull(residence, 100) &&
    Number.isSafeInteger(amountCents) &&
    Number(amountCents) > 0
  );
}

function isDeclaration(said: Plain): boolean {
  const { by, dutchNational, adult, bornOn, residence, caribbeanGround, disenfranchised } = said;
  const isGround = CARIBBEAN_GROUNDS.some((ground) => ground === caribbeanGround);
  return [
    by === 'self' || by === 'guardian',
    [dutchNational, adult, disenfranchised].every((flag) => typeof flag === 'boolean'),
    bornOn === null || (typeof bornOn === 'string' && isPlainDate(bornOn)),
    typeof residence === 'string' && COUNTRY.test(residence),
    caribbeanGround === null || isGround,
    isText(said['signedBy']),
  ].every((sound) => sound);
}

function isLookThrough({ givers, signedBy, signedAs }: Plain): boolean {
  return (
    Array.isArray(givers) &&
    givers.length <= MOST_GIVERS &&
    givers.every(isGiver) &&
    isText(signedBy) &&
    isText(signedAs)
  );
}

/**
 * An answer as it was kept. It was checked when it was sent; it is looked at again before it counts,
 * because a link is a door to the world.
 * @throws when it is no answer of this kind.
 */
export function readAnswer(kind: DonorAnswer['kind'], kept: unknown): DonorAnswer {
  const said = kept as Plain;
  const sound = kind === 'declaration' ? isDeclaration(said) : isLookThrough(said);
  if (said['kind'] !== kind || !sound) throw new Error(`the kept answer is no ${kind}`);
  return kept as DonorAnswer;
}
