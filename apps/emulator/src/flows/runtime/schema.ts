import { isObject, type Json, type JsonObject } from '../../world/json.ts';
import type { DataSchema } from './flow.ts';

/**
 * Says what in a screen's data does not fit its data model; undefined when all does. As in JSON Schema, what is not
 * said to be required may be left out, which Meta's own example endpoints do; further properties are ignored.
 */
export function mismatch(data: JsonObject, model: Record<string, DataSchema>, path = ''): string | undefined {
  for (const [name, schema] of Object.entries(model)) {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    const wrong = value === undefined ? undefined : mismatchOf(value, schema, `${path}${name}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function mismatchOf(value: Json, schema: DataSchema, path: string): string | undefined {
  if (!isOfType(value, schema.type))
    return `${path} should be of type ${schema.type}, but is ${typeOf(value)}`;
  if (Array.isArray(value) && typeof schema.items === 'object') {
    return mismatchOfItems(value, schema.items, path);
  }
  return isObject(value) && schema.properties ? mismatch(value, schema.properties, `${path}.`) : undefined;
}

function mismatchOfItems(items: Json[], schema: DataSchema, path: string): string | undefined {
  for (const [at, item] of items.entries()) {
    const wrong = mismatchOf(item, schema, `${path}[${at}]`);
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
