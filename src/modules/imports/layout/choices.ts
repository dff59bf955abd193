import { choice, type Choice } from './column';

export const CONTRIBUTION_TYPES: readonly Choice[] = [
  choice('gift', 'Gift', 'Gift', 'Donatie', 'Schenking', 'Donation'),
  choice('membership_dues', 'Contributie', 'Membership dues', 'Lidmaatschap', 'Dues'),
  choice(
    'office_holder_remittance',
    'Afdracht ambtsdrager',
    'Office-holder remittance',
    'Afdracht',
    'Afdracht van een ambtsdrager',
  ),
  choice('legacy', 'Erfenis of legaat', 'Legacy', 'Erfenis', 'Legaat', 'Nalatenschap'),
  choice('loan_waived', 'Kwijtgescholden lening', 'Waived loan', 'Kwijtschelding'),
  choice('in_kind', 'In natura', 'In kind', 'Natura'),
  choice('discount', 'Korting', 'Discount'),
];

export const FORMS: readonly Choice[] = [
  choice('money', 'Geld', 'Money'),
  choice('in_kind', 'In natura', 'In kind', 'Natura'),
];

export const DONOR_KINDS: readonly Choice[] = [
  choice('natural_person', 'Persoon', 'Person', 'Natuurlijk persoon', 'Particulier', 'NP'),
  choice(
    'legal_person',
    'Bedrijf of rechtspersoon',
    'Company or legal person',
    'Bedrijf of andere rechtspersoon',
    'Rechtspersoon',
    'Bedrijf',
    'BV',
    'NV',
  ),
  choice(
    'undertaking',
    'Onderneming zonder rechtspersoon',
    'Undertaking without legal personality',
    'Eenmanszaak',
    'VOF',
  ),
  choice('foundation', 'Stichting', 'Foundation'),
  choice('association', 'Vereniging', 'Association'),
  choice('estate', 'Nalatenschap', 'Estate'),
  choice('anonymous', 'Anonieme gever', 'Anonymous donor', 'Anoniem', 'Anonymous'),
  choice('group_member', 'Partij of neveninstelling', 'Party or affiliate', 'Neveninstelling'),
];

export const AFFILIATE_KINDS: readonly Choice[] = [
  choice('scientific_institute', 'Wetenschappelijk instituut', 'Scientific institute'),
  choice('youth_organisation', 'Jongerenorganisatie', 'Youth organisation'),
  choice(
    'foreign_activities',
    'Instelling buitenlandse activiteiten',
    'Institute for foreign activities',
    'Buitenlandse activiteiten',
  ),
  choice('other_affiliate', 'Andere neveninstelling', 'Other affiliate', 'Neveninstelling'),
];

export const CARIBBEAN_GROUNDS: readonly Choice[] = [
  choice('ten_years_resident', '10 jaar in Nederland gewoond', 'Lived 10 years in the Netherlands'),
  choice('dutch_public_service', 'In Nederlandse openbare dienst', 'In Dutch public service'),
  choice('household', 'Gezinslid van iemand in dienst', 'Household of someone in service'),
  choice('none', 'Geen van deze', 'None of these', 'Geen'),
];
