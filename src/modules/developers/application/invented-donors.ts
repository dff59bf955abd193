import { type DonorKind } from '../../../legal/facts/donor';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { type RegisterDonorsCommand } from '../../donors/public';

const NOBODY = {
  address: null,
  residence: null,
  country: null,
  tradeRegisterNumber: null,
  inTradeRegister: null,
  ubos: [],
} as const;

function person(
  name: string,
  address: string,
  residence: string,
  declaredOn: PlainDate,
): RegisterDonorsCommand {
  return {
    kind: 'natural_person',
    particulars: { ...NOBODY, name, address, residence, country: 'NL' },
    declaration: {
      declaredOn,
      dutchNational: true,
      dateOfBirth: null,
      adult: true,
      residence: 'NL',
      caribbeanGround: null,
      disenfranchised: false,
      evidence: 'oefening',
    },
  };
}

function organisation(
  kind: DonorKind,
  name: string,
  tradeRegisterNumber: string | null,
): RegisterDonorsCommand {
  const ubo = { name: 'O. Eigenaar', address: 'Oefenlaan 9', residence: 'Oefendam', country: 'NL' };
  const place = { address: 'Oefenkade 1', residence: 'Oefendam', country: 'NL' } as const;
  const registered = { tradeRegisterNumber, inTradeRegister: true, ubos: [ubo] };
  return { kind, particulars: { name, ...place, ...registered }, declaration: null };
}

/**
 * Donors to practise with, one for each way the law looks at a donor: with everything on record, at
 * one address, abroad with and without a declaration, a company, a foundation without overview, and
 * one of whom nothing is known. All invented.
 */
export function inventedDonors(declaredOn: PlainDate): readonly RegisterDonorsCommand[] {
  const abroad = person('B. Buitenland', 'Übungsweg 3', 'Keulen', declaredOn);
  return [
    person('J. de Oefening', 'Oefenstraat 1', 'Oefendam', declaredOn),
    person('A. de Oefening', 'Oefenstraat 1', 'Oefendam', declaredOn),
    person('P. van der Proef', 'Proefplein 12', 'Proefdorp', declaredOn),
    {
      ...abroad,
      particulars: { ...abroad.particulars, country: 'DE' },
      declaration: abroad.declaration === null ? null : { ...abroad.declaration, residence: 'DE' },
    },
    {
      kind: 'natural_person',
      particulars: { ...NOBODY, name: 'Z. Onverklaard', residence: 'Gent', country: 'BE' },
      declaration: null,
    },
    organisation('legal_person', 'Oefenbedrijf B.V.', '12345678'),
    organisation('foundation', 'Stichting Oefenfonds', '87654321'),
    { kind: 'anonymous', particulars: { ...NOBODY, name: null }, declaration: null },
  ];
}
