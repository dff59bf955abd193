// The key under which @ApiProduces of @nestjs/swagger keeps its media types.
const PRODUCES = 'swagger/apiProduces';

/** The media types a handler of the API can answer with: those of @ApiProduces, or JSON. */
export function producedBy(handler: object): readonly string[] {
  const declared = Reflect.getMetadata(PRODUCES, handler) as readonly string[] | undefined;
  return declared ?? ['application/json'];
}
