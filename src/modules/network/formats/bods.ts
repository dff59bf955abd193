import { type PlainDate } from '../../../legal/kernel/plain-date';
import { canonicalJson, sha256Hex } from '../../../platform/json/canonical';
import { type NetworkNode } from '../facts/graph';

/*
 * Beneficial Ownership Data Standard 0.4 (standard.openownership.org). It says who owns or controls;
 * it has no words for gifts, so those are in the other formats only. Organisations that gave are
 * entities, their beneficial owners persons, unless the owner is itself an organisation that gave.
 */

export interface BodsStatement {
  readonly statementId: string;
  readonly recordId: string;
  readonly recordType: 'entity' | 'person' | 'relationship';
  readonly recordDetails: object;
}

/** Of what and when a file speaks. */
export interface BodsFrame {
  readonly today: PlainDate;
  readonly publisher: string;
}

function statement(
  frame: BodsFrame,
  recordType: BodsStatement['recordType'],
  recordId: string,
  subject: string,
  recordDetails: object,
): BodsStatement {
  const { today, publisher } = frame;
  const content = {
    declarationSubject: subject,
    statementDate: today,
    publicationDetails: {
      publicationDate: today,
      bodsVersion: '0.4',
      publisher: { name: publisher },
    },
    source: {
      type: ['selfDeclaration'],
      description: 'Filed under the Wet financiering politieke partijen',
    },
    recordId,
    recordStatus: 'new',
    recordType,
    recordDetails,
  };
  // The same content is the same statement, whenever the file is made.
  const statementId = sha256Hex(canonicalJson(content));
  return { statementId, ...content };
}

const REGISTERED = new Set(['legal_person', 'undertaking', 'foundation', 'association']);

function country(code: string): object {
  const name = new Intl.DisplayNames(['en'], { type: 'region' }).of(code) ?? code;
  return { name, code };
}

export interface EntityFacts {
  readonly address: string | null;
  /** Of the Dutch trade register. */
  readonly registerNumber: string | null;
}

function addresses(node: NetworkNode, { address }: EntityFacts): object {
  const lines = [address, node.place].filter((line) => line !== null);
  if (lines.length === 0) return {};
  const where = node.country === null ? {} : { country: country(node.country) };
  return { addresses: [{ type: 'business', address: lines.join(', '), ...where }] };
}

export function entityStatement(
  frame: BodsFrame,
  node: NetworkNode,
  facts: EntityFacts,
): BodsStatement {
  const { registerNumber } = facts;
  const identifiers =
    registerNumber === null
      ? {}
      : {
          identifiers: [
            { id: registerNumber, scheme: 'NL-KVK', schemeName: 'Kamer van Koophandel' },
          ],
        };
  return statement(frame, 'entity', node.ref, node.ref, {
    isComponent: false,
    entityType: { type: REGISTERED.has(node.kind) ? 'registeredEntity' : 'legalEntity' },
    ...(node.name === null ? {} : { name: node.name }),
    ...(node.country === null ? {} : { jurisdiction: country(node.country) }),
    ...identifiers,
    ...addresses(node, facts),
  });
}

/** @param subject the entity it was named by */
export function personStatement(
  frame: BodsFrame,
  owner: { readonly ref: string; readonly name: string; readonly place: string | null },
  subject: string,
): BodsStatement {
  const { ref, name, place } = owner;
  return statement(frame, 'person', ref, subject, {
    isComponent: false,
    personType: 'knownPerson',
    names: [{ type: 'legal', fullName: name }],
    ...(place === null ? {} : { addresses: [{ type: 'residence', address: place }] }),
  });
}

/** @param owner recordId of the owner; null when none was named, which is said with its reason */
export function ownershipStatement(
  frame: BodsFrame,
  entity: string,
  owner: string | null,
): BodsStatement {
  const interestedParty = owner ?? { reason: 'informationUnknownToPublisher' };
  return statement(frame, 'relationship', `${entity}~${owner ?? 'unknown'}`, entity, {
    isComponent: false,
    subject: entity,
    interestedParty,
    interests:
      owner === null
        ? []
        : [
            {
              type: 'unknownInterest',
              directOrIndirect: 'unknown',
              beneficialOwnershipOrControl: true,
            },
          ],
  });
}
