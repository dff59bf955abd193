import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateIf, ValidateNested } from 'class-validator';
import { plainDate } from '../../../legal/kernel/plain-date';
import { ChoiceField, DayField, IdField, TextField } from '../../../platform/http/fields';
import { KeysetQuery } from '../../../platform/http/keyset';
import { badInput, problem, type ProblemPart } from '../../../platform/http/problem';
import { type OpenCaseInput, type SubmissionKind } from '../application/case-view';
import { COLLECTIONS, PHASES } from './case.answers';
import { DocumentBody } from './step-body';

export class CasesQuery extends KeysetQuery {
  @ChoiceField({ example: 'views_asked', choices: PHASES, optional: true })
  readonly phase?: (typeof PHASES)[number];

  @ChoiceField({ example: 'due', choices: COLLECTIONS, optional: true })
  readonly collection?: (typeof COLLECTIONS)[number];

  @ChoiceField({ example: 'false', choices: ['true', 'false'], optional: true })
  readonly ended?: 'true' | 'false';

  @ChoiceField({
    example: 'true',
    choices: ['true', 'false'],
    optional: true,
    description: 'Only cases with (or without) a signal; for the overseer.',
  })
  readonly attention?: 'true' | 'false';

  @IdField({ example: '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11', optional: true })
  readonly findingId?: string;
}

const ID = '3f6f3c1e-6a5e-4d0c-9f57-0d6f1f0a1c11';

/** From a proposal, from a finding, or by hand with everything a tip says. */
export class OpenCaseBody {
  @IdField({ example: ID, optional: true })
  readonly proposalId?: string;

  @IdField({ example: ID, optional: true })
  readonly findingId?: string;

  @IdField({ example: ID, optional: true, description: 'Whom the tip is about.' })
  readonly recipientId?: string;

  @IdField({ example: ID, optional: true, description: 'The group of that recipient.' })
  readonly organisationId?: string;

  @TextField({ example: 'Gift niet gemeld', max: 300, optional: true })
  readonly title?: string;

  @TextField({ example: 'Volgens een tip is een gift niet gemeld.', max: 10_000, optional: true })
  readonly text?: string;

  @TextField({ example: 'WFPP-25a-2', max: 50, optional: true })
  readonly rule?: string;

  @DayField({ example: '2025-03-12', optional: true })
  readonly violatedOn?: string;
}

const TIP = ['organisationId', 'recipientId', 'title', 'text', 'rule', 'violatedOn'] as const;

/**
 * What is asked in a body.
 * @throws Problem 400 with everything that is missing or too much.
 */
export function openingOf(body: OpenCaseBody, actorName: string | null): OpenCaseInput {
  const { proposalId, findingId } = body;
  const tip = TIP.filter((name) => body[name] !== undefined);
  const ways = [proposalId, findingId].filter((id) => id !== undefined).length;
  if (ways + Math.min(1, tip.length) !== 1) throw badInput(oneWay(ways + tip.length));
  if (proposalId !== undefined) return { from: 'proposal', proposalId, actorName };
  if (findingId !== undefined) return { from: 'finding', findingId, actorName };
  const { organisationId, recipientId, title, text, rule: code, violatedOn } = body;
  if (
    organisationId === undefined ||
    recipientId === undefined ||
    title === undefined ||
    text === undefined ||
    code === undefined ||
    violatedOn === undefined
  )
    throw incomplete(TIP.filter((name) => body[name] === undefined));
  const about = { tenantId: organisationId, recipientId, title, text, rule: code };
  return { from: 'tip', ...about, violatedOn: plainDate(violatedOn), actorName };
}

function oneWay(given: number): ProblemPart {
  const what = given === 0 ? 'Nothing was given.' : 'More than one was given.';
  const detail = `${what} Give proposalId, or findingId, or all of ${TIP.join(', ')}.`;
  return { in: 'body', location: '', code: 'case.origin', detail };
}

function incomplete(missing: readonly string[]): Error {
  const parts = missing.map((name) => ({
    in: 'body' as const,
    location: `/${name}`,
    code: 'field.required',
    detail: `A case from a tip needs ${name}.`,
  }));
  const detail = `${String(missing.length)} fields are missing.`;
  return problem(400, 'input.invalid', detail, parts);
}

export class CorrectLetterBody {
  @IdField({ example: ID, description: 'The letter that is put right.' })
  readonly letterId!: string;
}

export class SubmissionBody {
  @ChoiceField({ example: 'views', choices: ['views', 'objection', 'repair', 'information'] })
  readonly kind!: SubmissionKind;

  @TextField({ example: 'Wij hebben de gift op tijd gemeld.', max: 20_000 })
  readonly text!: string;

  @ApiProperty({ type: () => [DocumentBody], required: false, maxItems: 20 })
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => DocumentBody)
  readonly documents?: DocumentBody[];

  @DayField({
    example: '2025-10-02',
    optional: true,
    description: 'Only for a paper one that the overseer registers: the day it came in.',
  })
  readonly receivedOn?: string;

  @DayField({
    example: '2025-10-01',
    optional: true,
    description: 'Only for an objection on paper: the day on the postmark.',
  })
  readonly postedOn?: string;
}
