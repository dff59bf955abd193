// The key under which @ApiConsumes of @nestjs/swagger keeps its media types.
const CONSUMES = 'swagger/apiConsumes';

/** The media types of the body of a handler of the API: those of @ApiConsumes, or JSON. */
export function consumedBy(handler: object): readonly string[] {
  const declared = Reflect.getMetadata(CONSUMES, handler) as readonly string[] | undefined;
  return declared ?? ['application/json'];
}
