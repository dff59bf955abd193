import { plainDate } from '../../../legal/kernel/plain-date';
import {
  type DeclarationInput,
  type LookThroughInput,
  type ParticularsInput,
} from '../application/donor-verbs';
import { type DeclarationBody, type LookThroughBody, type ParticularsFields } from './donor.bodies';

export function particularsOf(body: ParticularsFields): ParticularsInput {
  return {
    name: body.name ?? null,
    address: body.address ?? null,
    residence: body.residence ?? null,
    country: body.country ?? null,
    tradeRegisterNumber: body.tradeRegisterNumber ?? null,
    // A number is only given to what is in the register.
    inTradeRegister: body.tradeRegisterNumber === undefined ? (body.inTradeRegister ?? null) : true,
    ubos: (body.ubos ?? []).map((ubo) => ({
      name: ubo.name,
      address: ubo.address ?? null,
      residence: ubo.residence ?? null,
      country: ubo.country ?? null,
    })),
  };
}

export function declarationOf(body: DeclarationBody): DeclarationInput {
  return {
    declaredOn: plainDate(body.declaredOn),
    dutchNational: body.dutchNational ?? null,
    dateOfBirth: body.dateOfBirth === undefined ? null : plainDate(body.dateOfBirth),
    adult: body.adult ?? null,
    residence: body.residence ?? null,
    caribbeanGround: body.caribbeanGround ?? null,
    disenfranchised: body.disenfranchised ?? null,
    evidence: body.evidence,
  };
}

export function lookThroughOf(body: LookThroughBody): LookThroughInput {
  return {
    year: body.year,
    receivedOn: body.receivedOn,
    givers: body.givers.map((giver) => ({
      name: giver.name,
      address: giver.address ?? null,
      residence: giver.residence ?? null,
      amountCents: giver.amount,
    })),
  };
}
