import { Controller, Get, Header, Injectable } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, type OpenAPIObject } from '@nestjs/swagger';

/** Holds the document; made on first use, because it takes all routes to make it. */
@Injectable()
export class OpenApiDocument {
  private make: () => OpenAPIObject = () => {
    throw new Error('The OpenAPI document is asked for before the application is ready');
  };
  private made: OpenAPIObject | undefined;

  comesFrom(make: () => OpenAPIObject): void {
    this.make = make;
  }

  get(): OpenAPIObject {
    this.made ??= this.make();
    return this.made;
  }
}

@ApiTags('description')
@Controller('v1')
export class OpenApiController {
  constructor(private readonly document: OpenApiDocument) {}

  @Get('openapi.json')
  @Header('Cache-Control', 'public, max-age=300')
  @ApiOperation({ operationId: 'getOpenApi', summary: 'This description of the API' })
  @ApiOkResponse({
    description: 'An OpenAPI 3.0 document.',
    headers: {
      'access-control-allow-origin': {
        description: 'Any site may read it.',
        schema: { type: 'string', enum: ['*'] },
      },
    },
    schema: {
      type: 'object',
      required: ['openapi', 'info', 'paths'],
      example: { openapi: '3.0.3', info: { title: 'Partijgiften', version: '1.0.0' }, paths: {} },
    },
  })
  openapi(): OpenAPIObject {
    return this.document.get();
  }
}
