// The key under which @ApiConsumes of @nestjs/swagger keeps its media types.
const CONSUMES = 'swagger/apiConsumes';

/** The media types a handler of the API reads itself: those of @ApiConsumes; JSON needs no mention. */
export function consumedBy(handler: object): readonly string[] {
  return (Reflect.getMetadata(CONSUMES, handler) as readonly string[] | undefined) ?? [];
}
