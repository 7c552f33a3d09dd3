import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { contract, permissions, problemSchema, type Permission } from '@trikon/contract';
import { refusals } from '../errors/index.ts';
import type { Procedure, Route } from './handlers.ts';

export type ApiDescription = OpenAPI.Document;

/** OpenAPI 3.1 of the whole contract: the same definitions that check the requests. */
export async function describeApi(routes: readonly Route[], version: string): Promise<ApiDescription> {
  const converter = new ZodToJsonSchemaConverter();
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] });
  const [, problem] = converter.convert(problemSchema, { strategy: 'output' });
  const document = await generator.generate(contract, {
    info: {
      title: 'Trikon API',
      version,
      description:
        'Send an API key as a bearer token; a key belongs to one workspace. Lists are paged by an opaque cursor. Writes inside a workspace take an Idempotency-Key: the answer is kept for 30 days and given again, and the same key with another request is refused. Errors are application/problem+json with a stable code.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    components: {
      schemas: { Problem: problem as never },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of a workspace.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'trikon.session_token',
          description: 'The web app, with the header Trikon-Workspace.',
        },
      },
    },
  });
  for (const { procedure, name } of routes) describeAccess(document, procedure, name);
  return document;
}

const problemAnswer = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

function describeAccess(document: ApiDescription, procedure: Procedure, name: string): void {
  const { meta, route } = procedure['~orpc'];
  const path = document.paths?.[route.path ?? ''];
  const operation = path?.[(route.method ?? 'POST').toLowerCase() as 'get'];
  if (operation === undefined)
    throw new Error(`The procedure ${name} is missing from the description of the API.`);
  operation.operationId = name;
  operation.security = securityOf(meta.access, meta.personOnly === true);
  operation.description = [route.description, accessSentence(meta.access, meta.personOnly === true)]
    .filter(Boolean)
    .join(' ');
  operation.responses = {
    ...operation.responses,
    default: problemAnswer(`A refusal. \`code\` is one of: ${Object.keys(refusals).join(', ')}.`),
  };
  if (
    route.method !== 'GET' &&
    meta.access !== 'public' &&
    meta.access !== 'signed-in' &&
    !meta.secretAnswer
  ) {
    operation.parameters = [
      ...(operation.parameters ?? []),
      { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 200 } },
    ];
  }
}

function securityOf(access: string, personOnly: boolean): Record<string, string[]>[] {
  if (access === 'public') return [];
  return personOnly ? [{ session: [] }] : [{ key: [] }, { session: [] }];
}

function accessSentence(access: string, personOnly: boolean): string {
  if (access === 'public') return 'Needs no sign-in.';
  const who = personOnly ? 'A signed-in person only.' : '';
  if (access === 'signed-in') return who;
  return `Permission \`${access}\` (${permissions[access as Permission].toLowerCase()}). ${who}`.trim();
}
