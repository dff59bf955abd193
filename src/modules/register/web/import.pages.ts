import {
  Controller,
  Get,
  Header,
  Post,
  Query,
  Req,
  Res,
  UploadedFile,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiExcludeController } from '@nestjs/swagger';
import { type Response } from 'express';
import { type PlainDate } from '../../../legal/kernel/plain-date';
import { scopeOf, type WebRequest } from '../../../platform/http/actor';
import { Pages } from '../../../platform/http/pages';
import { Problem } from '../../../platform/http/problem';
import { readDay } from '../../../platform/rendering/form-input';
import { type FormError } from '../../../platform/rendering/page-parts';
import {
  type ImportCommand,
  ImportPublishedList,
  LARGEST_LIST_BYTES,
  ListRefused,
} from '../application/import-published-list';
import { ReadRegister } from '../application/read-register';
import { importedFact, type Reader } from './register-view';
import { readerOf } from './register.pages';

/** A file in memory, as the upload gives it. */
interface UploadedList {
  readonly buffer: Buffer;
}

interface Typed {
  readonly jaar: string;
  readonly gezien: string;
  readonly reden: string;
}

const NOTHING_TYPED: Typed = { jaar: '', gezien: '', reden: '' };
// Some room above the largest list, so that a file that is too large gets its own message.
const UPLOAD = FileInterceptor('lijst', {
  limits: { fileSize: 4 * LARGEST_LIST_BYTES, files: 1, fields: 5, fieldSize: 5000 },
});
const FIELD_OF: Readonly<Record<string, readonly [string, string]>> = {
  'list.seen_on': ['gezien', 'future'],
  'list.reason_needed': ['reden', 'reason'],
  'list.encoding': ['lijst', 'encoding'],
  'list.size': ['lijst', 'size'],
};

/** Where the overseer imports the lists that the ministry published. */
@ApiExcludeController()
@Controller('toezicht/lijsten')
export class ImportPages {
  constructor(
    private readonly pages: Pages,
    private readonly importer: ImportPublishedList,
    private readonly register: ReadRegister,
  ) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  async lists(
    @Req() request: WebRequest,
    @Query('jaar') year?: string,
    @Query('versie') version?: string,
    @Query('uitkomst') outcome?: string,
  ): Promise<string> {
    const isDone = /^\d{4}$/.test(year ?? '') && /^\d{1,5}$/.test(version ?? '');
    const key = outcome === 'recognised' ? 'recognised' : 'done';
    const done = isDone
      ? {
          title: this.pages.t(request, `register.import.${key}`, {
            year: year ?? '',
            version: version ?? '',
          }),
          body: key === 'done' ? '' : this.pages.t(request, 'register.import.nothingAdded'),
          href: `/register/${year ?? ''}`,
        }
      : null;
    return this.page(request, NOTHING_TYPED, [], done);
  }

  @Post()
  @UseInterceptors(UPLOAD)
  async create(
    @Req() request: WebRequest,
    @Res() response: Response,
    @UploadedFile() file?: UploadedList,
  ): Promise<void> {
    const typed = typedIn(request.body);
    const { command, errors } = commandOf(typed, file, readerOf(this.pages, request));
    const faults = command === null ? errors : await this.run(request, response, command);
    if (faults.length === 0) return;
    const html = await this.page(request, typed, faults, null);
    response.status(400).type('text/html; charset=utf-8').send(html);
  }

  /** Sends the answer when the import succeeds; gives what is wrong when it does not. */
  private async run(
    request: WebRequest,
    response: Response,
    command: ImportCommand,
  ): Promise<readonly FormError[]> {
    try {
      const { year, version, outcome } = await this.importer.run(scopeOf(request), command);
      const query = new URLSearchParams({
        jaar: String(year),
        versie: String(version),
        uitkomst: outcome,
      });
      response.redirect(303, `/toezicht/lijsten?${query.toString()}`);
      return [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return errorsOf(error, readerOf(this.pages, request));
    }
  }

  private async page(
    request: WebRequest,
    values: Typed,
    errors: readonly FormError[],
    done: object | null,
  ): Promise<string> {
    const reader = readerOf(this.pages, request);
    const versions = await this.register.years(scopeOf(request));
    const lists = versions.map((version) => importedFact(version, reader));
    return this.pages.html(request, 'pages/register/import.njk', { values, errors, done, lists });
  }
}

function typedIn(body: unknown): Typed {
  const fields = typeof body === 'object' && body !== null ? body : {};
  const text = (name: string): string => {
    const value: unknown = Object.hasOwn(fields, name)
      ? (fields as Readonly<Record<string, unknown>>)[name]
      : undefined;
    return typeof value === 'string' ? value.trim().normalize('NFC').slice(0, 500) : '';
  };
  return { jaar: text('jaar'), gezien: text('gezien'), reden: text('reden') };
}

function yearFault(typed: string, { t }: Reader): string {
  if (typed === '') return t('register.import.error.yearMissing');
  return /^20\d{2}$/.test(typed) ? '' : t('register.import.error.year', { typed });
}

function commandOf(
  typed: Typed,
  file: UploadedList | undefined,
  reader: Reader,
): { readonly command: ImportCommand | null; readonly errors: readonly FormError[] } {
  const seenOn: PlainDate | null | undefined = typed.gezien === '' ? null : readDay(typed.gezien);
  const bytes = file?.buffer ?? Buffer.alloc(0);
  const faults = [
    ['lijst', bytes.length === 0 ? reader.t('register.import.error.file') : ''],
    ['jaar', yearFault(typed.jaar, reader)],
    [
      'gezien',
      seenOn === undefined ? reader.t('register.import.error.seenOn', { typed: typed.gezien }) : '',
    ],
  ] as const;
  const errors = faults.flatMap(([field, message]) => (message === '' ? [] : [{ field, message }]));
  if (errors.length > 0 || seenOn === undefined) return { command: null, errors };
  const reason = typed.reden === '' ? null : typed.reden;
  return { command: { year: Number(typed.jaar), bytes, seenOn, reason }, errors };
}

function errorsOf(problem: Problem, { t }: Reader): readonly FormError[] {
  if (problem instanceof ListRefused) {
    return problem.cells.map(({ code, row, cell, column, value }) => ({
      field: 'lijst',
      message: t('register.import.error.cell', {
        row: String(row),
        cell,
        column,
        value: value.trim(),
        rule: t(`register.problem.${code}`),
        mend: t(`register.problem.${code}.mend`),
      }),
    }));
  }
  const [field, message] = FIELD_OF[problem.code] ?? ['lijst', 'other'];
  return [{ field, message: t(`register.import.error.${message}`) }];
}
