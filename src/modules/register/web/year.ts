import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../../../platform/http/problem';

/** `@Param('year', YearPipe) year: number`: what is no year gets the answer of a year without list. */
@Injectable()
export class YearPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^20\d{2}$/.test(value)) throw notFound();
    return Number(value);
  }
}
