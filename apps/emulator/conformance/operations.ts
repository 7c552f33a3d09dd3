import { resolve, type Content, type Schema, type SpecDocument, type SpecOperation } from './document.ts';

/** One call of the API: `POST /{Phone-Number-ID}/messages`. */
export interface Operation {
  name: string;
  method: string;
  /** Without the version. */
  path: string;
  request: Schema | undefined;
  answers: ReadonlyMap<number, { schema: Schema | undefined }>;
}

const methods = ['get', 'post', 'delete'] as const;

export function readOperations(document: SpecDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([at, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const path = at.replace('/{Version}', '');
      return {
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        request: schemaOf(operation.requestBody),
        answers: readAnswers(document, operation),
      };
    }),
  );
}

function readAnswers(document: SpecDocument, { responses = {} }: SpecOperation) {
  return new Map(
    Object.entries(responses).map(([status, answer]) => [
      Number(status),
      { schema: schemaOf('$ref' in answer ? (resolve(document, answer.$ref) as Content) : answer) },
    ]),
  );
}

/** JSON where there is a choice: forms say the same with every value as text. */
function schemaOf(body: Content | undefined): Schema | undefined {
  const kinds = Object.values(body?.content ?? {});
  return (body?.content?.['application/json'] ?? kinds[0])?.schema;
}
