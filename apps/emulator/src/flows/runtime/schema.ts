import { isObject, type Json, type JsonObject } from '../../world/json.ts';
import type { DataSchema } from './flow.ts';

/** Says what in a screen's data does not fit its data model; undefined when all does. Further properties are ignored. */
export function mismatch(data: JsonObject, model: Record<string, DataSchema>): string | undefined {
  for (const [name, schema] of Object.entries(model)) {
    const wrong = mismatchOf(Object.hasOwn(data, name) ? data[name] : undefined, schema, name);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function mismatchOf(value: Json | undefined, schema: DataSchema, path: string): string | undefined {
  if (value === undefined) return `${path} is missing`;
  if (!isOfType(value, schema.type))
    return `${path} should be of type ${schema.type}, but is ${typeOf(value)}`;
  if (Array.isArray(value) && typeof schema.items === 'object')
    return mismatchOfItems(value, schema.items, path);
  if (isObject(value) && schema.properties) return mismatchOfProperties(value, schema.properties, path);
  return undefined;
}

function mismatchOfItems(items: Json[], schema: DataSchema, path: string): string | undefined {
  for (const [at, item] of items.entries()) {
    const wrong = mismatchOf(item, schema, `${path}[${at}]`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Inside of an object nothing is required unless the schema says so, which screens never do. */
function mismatchOfProperties(
  object: JsonObject,
  properties: Record<string, DataSchema>,
  path: string,
): string | undefined {
  for (const [name, schema] of Object.entries(properties)) {
    const value = Object.hasOwn(object, name) ? object[name] : undefined;
    const wrong = value === undefined ? undefined : mismatchOf(value, schema, `${path}.${name}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

export function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return typeOf(value) === type;
}

export function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
