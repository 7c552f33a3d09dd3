import type { z } from 'zod';

/** A field of an input as its schema describes it, wrappers taken off. */
export interface Field {
  name: string;
  kind: string;
  /** For text: uuid, email, datetime, … */
  format: string | undefined;
  optional: boolean;
  nullable: boolean;
  choices: unknown[];
  /** What a list holds. */
  element: Field | undefined;
}

interface Definition {
  type: string;
  format?: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, unknown>;
}

const definitionOf = (schema: z.ZodType): Definition => schema.def;

/** The fields of an input; none when a procedure takes none. */
export function fieldsOf(schema: unknown): Field[] {
  if (schema === undefined) return [];
  const { shape } = definitionOf(schema as z.ZodType);
  return Object.entries(shape ?? {}).map(([name, field]) => describe(name, field));
}

function describe(name: string, schema: z.ZodType): Field {
  const definition = definitionOf(schema);
  const { type, format, innerType, entries, element } = definition;
  if (type === 'optional' || type === 'default' || type === 'prefault')
    return { ...describe(name, innerType!), optional: true };
  if (type === 'nullable') return { ...describe(name, innerType!), nullable: true };
  if (type === 'pipe') return describe(name, definition.in!);
  return {
    name,
    kind: type,
    format,
    optional: false,
    nullable: false,
    choices: Object.values(entries ?? {}),
    element: element === undefined ? undefined : describe(name, element),
  };
}
