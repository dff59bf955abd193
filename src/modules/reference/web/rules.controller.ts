import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { printReference } from '../../../legal/kernel/law-reference';
import { type WebRequest } from '../../../platform/http/actor';
import { notFound } from '../../../platform/http/problem';
import { type Language } from '../../../platform/rendering/language';
import { PageRenderer } from '../../../platform/rendering/page-renderer';
import { listRules, type Obligation, readRule } from '../application/read-rules';
import { CurrentDay } from './current-day';
import { RuleAnswer, RuleFileAnswer, RulesAnswer, type RuleWordsAnswer } from './rule.answers';

/** The 23 duties of the Act, for anyone. */
@ApiTags('rules')
@Controller('v1/rules')
export class RulesController {
  constructor(
    private readonly renderer: PageRenderer,
    private readonly currentDay: CurrentDay,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listRules', summary: 'Every duty of the Act, in plain words' })
  @ApiOkResponse({ type: RulesAnswer })
  list(): RulesAnswer {
    return { items: listRules().map((one) => this.view(one)) };
  }

  @Get(':code')
  @ApiParam({
    name: 'code',
    schema: { type: 'string', pattern: '^[a-z0-9-]{1,60}$', example: 'substantial-gift-notice' },
  })
  @ApiOperation({
    operationId: 'readRule',
    summary: 'One duty with its parameters by date and its worked examples',
  })
  @ApiOkResponse({ type: RuleFileAnswer })
  async read(@Req() request: WebRequest, @Param('code') code: string): Promise<RuleFileAnswer> {
    const on = await this.currentDay.of(request);
    const file = readRule(code, on);
    if (file === null) throw notFound();
    return {
      ...this.view(file.obligation),
      on,
      parameters: file.parameters,
      examples: file.examples.map(({ example }) => {
        const { id, article, ...content } = example;
        return { id, article: printReference(article), content };
      }),
    };
  }

  private view(one: Obligation): Readonly<RuleAnswer> {
    return {
      row: one.row,
      code: one.code,
      articles: one.articles.map(printReference),
      who: one.who,
      deadline: one.deadline.kind,
      publication: one.publication,
      fineable: one.fineable.map(printReference),
      notFineable: one.notFineable.map(printReference),
      rules: one.rules,
      computed: one.computed,
      nl: this.words(one.code, 'nl'),
      en: this.words(one.code, 'en'),
    };
  }

  private words(code: string, language: Language): Readonly<RuleWordsAnswer> {
    const t = (part: string): string => this.renderer.t(language, `rules.duty.${code}.${part}`);
    return {
      title: t('title'),
      who: t('who'),
      duty: t('duty'),
      deadline: t('deadline'),
      consequence: t('consequence'),
      computed: t('computed'),
    };
  }
}
