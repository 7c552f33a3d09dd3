import { z } from 'zod';
import { Refusal, type FieldProblem } from '../errors/index.ts';
import { refuseUnstorableText } from './json-body.ts';
import type { Procedure } from './handlers.ts';

interface RawInput {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

export type ReadInput = (raw: RawInput) => unknown;

/** Prepares, once per procedure, how its input is put together and checked. */
export function inputReader(procedure: Procedure): ReadInput {
  const { inputSchema, route } = procedure['~orpc'];
  if (inputSchema === undefined) return () => undefined;
  const schema = inputSchema as unknown as z.ZodType;
  if (route.method !== 'GET') {
    return ({ params, body }) => validate(schema, mergeParams(body, params));
  }
  const convert = queryConverter(schema);
  return ({ params, query }) => {
    refuseUnstorableText(query, '');
    return validate(schema, { ...convert(query), ...params });
  };
}

function mergeParams(body: unknown, params: Record<string, string>): unknown {
  if (body === undefined) return { ...params };
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  for (const name of Object.keys(params)) {
    if (Object.hasOwn(body, name)) {
      throw invalid([
        {
          field: name,
          code: 'unrecognized_keys',
          message: `${name} belongs in the address, not in the body.`,
        },
      ]);
    }
  }
  return { ...body, ...params };
}

function validate(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw invalid(result.error.issues.flatMap(asProblems));
}

function asProblems(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: [...path, key].join('.').slice(0, 200),
      code: issue.code,
      message: 'This field is not known here.',
    }));
  }
  return [{ field: path.join('.').slice(0, 200), code: issue.code, message: issue.message }];
}

function invalid(fields: FieldProblem[]): Refusal {
  const first = fields[0];
  const where = first?.field ? `${first.field}: ` : '';
  const more = fields.length > 1 ? ` (and ${fields.length - 1} more)` : '';
  return new Refusal('invalid_input', `${where}${first?.message ?? 'The input is not valid.'}${more}`, {
    fields: fields.slice(0, 50),
  });
}

/** A query string holds only text; numbers, booleans and lists are read back as the schema wants them. */
function queryConverter(schema: z.ZodType): (query: Record<string, unknown>) => Record<string, unknown> {
  const converters = new Map<string, (value: unknown) => unknown>();
  if (schema instanceof z.ZodObject) {
    for (const [name, field] of Object.entries<z.ZodType>(schema.shape)) {
      const convert = fieldConverter(field);
      if (convert) converters.set(name, convert);
    }
  }
  return (query) =>
    Object.fromEntries(
      Object.entries(query).map(([name, value]) => {
        // `types[0]=a` and `types=a&types=b` both name a list.
        const key = name.replace(/\[\d*\]$/, '');
        return [key, converters.get(key)?.(gather(query, key)) ?? value];
      }),
    );
}

function gather(query: Record<string, unknown>, key: string): unknown {
  const parts = Object.entries(query)
    .filter(([name]) => name === key || name.replace(/\[\d*\]$/, '') === key)
    .flatMap(([, value]) => value);
  return parts.length === 1 ? parts[0] : parts;
}

function fieldConverter(field: z.ZodType): ((value: unknown) => unknown) | undefined {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault || field instanceof z.ZodNullable) {
    return fieldConverter(field.unwrap() as z.ZodType);
  }
  if (field instanceof z.ZodNumber) {
    // Number() would also read hexadecimal, exponents and the space around them.
    return (value) =>
      typeof value === 'string' && /^-?\d{1,15}(\.\d{1,6})?$/.test(value) ? Number(value) : value;
  }
  if (field instanceof z.ZodBoolean) {
    return (value) => (value === 'true' ? true : value === 'false' ? false : value);
  }
  if (field instanceof z.ZodArray) return (value) => (Array.isArray(value) ? value : [value]);
  return undefined;
}
