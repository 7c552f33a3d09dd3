import { isOfType, typeOf } from '../runtime/schema.ts';
import { textOfNode, type JsonNode } from './reader.ts';
import type { Report } from './report.ts';

const schemaTypes = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array']);

/** The data that a screen declares; Meta, "Error codes" (INVALID_SCREEN_DATA). */
export function checkDataModel(data: JsonNode | undefined, report: Report): void {
  for (const schema of data?.properties?.values() ?? []) {
    if (!checkSchema(schema, report)) continue;
    const example = schema.properties?.get('__example__');
    if (!example) {
      report.say('INVALID_SCREEN_DATA', "Missing the definition of property '__example__'.", schema);
    } else {
      checkExample(example, schema, report);
    }
    for (const inner of innerSchemas(schema)) forbidExample(inner, report);
  }
}

function checkSchema(schema: JsonNode, report: Report): boolean {
  const type = schema.properties?.get('type');
  if (!type) {
    report.say('INVALID_SCREEN_DATA', "Missing the definition of property 'type'.", schema);
    return false;
  }
  if (type.kind !== 'string') {
    report.say('INVALID_SCREEN_DATA', "Expected the property 'type' to be of type string.", type);
    return false;
  }
  if (!schemaTypes.has(textOfNode(type))) {
    report.say('INVALID_SCREEN_DATA', `Invalid value found for property 'type'.`, type);
    return false;
  }
  return type.value === 'array' ? checkItems(schema, report) : checkProperties(schema, report);
}

function checkItems(schema: JsonNode, report: Report): boolean {
  const items = schema.properties?.get('items');
  if (!items) {
    report.say('INVALID_SCREEN_DATA', "Missing the schema for property 'items' in array.", schema);
    return false;
  }
  if (items.kind === 'boolean') return true;
  if (items.kind !== 'object') {
    report.say(
      'INVALID_SCREEN_DATA',
      "Expected the property 'items' to be of type boolean or object.",
      items,
    );
    return false;
  }
  return checkSchema(items, report);
}

function checkProperties(schema: JsonNode, report: Report): boolean {
  const named = [...(schema.properties?.get('properties')?.properties ?? [])];
  // An example in the wrong place is not a schema; it is reported as what it is.
  return named.filter(([name]) => name !== '__example__').every(([, inner]) => checkSchema(inner, report));
}

function innerSchemas(schema: JsonNode): JsonNode[] {
  const items = schema.properties?.get('items');
  const properties = schema.properties?.get('properties');
  return [
    ...(items ? [items] : []),
    ...(properties ? [properties, ...(properties.properties?.values() ?? [])] : []),
  ];
}

function forbidExample(schema: JsonNode, report: Report): void {
  const example = schema.properties?.get('__example__');
  if (example) {
    const message = `Property '__example__' is allowed only as a top level property of data model. Invalid entry: '${example.path}'.`;
    report.say('INVALID_SCREEN_DATA', message, example);
  }
  for (const inner of innerSchemas(schema)) forbidExample(inner, report);
}

function checkExample(example: JsonNode, schema: JsonNode, report: Report): void {
  const type = textOfNode(schema.properties?.get('type'));
  if (!isOfType(example.value, type)) {
    const found = typeOf(example.value);
    const message = `Invalid data model schema. Expected property '${example.path}' to be of type '${type}', but found '${found}'.`;
    report.say('INVALID_SCREEN_DATA', message, example);
    return;
  }
  const items = schema.properties?.get('items');
  if (items?.kind === 'object') for (const item of example.items ?? []) checkExample(item, items, report);
  for (const [name, inner] of schema.properties?.get('properties')?.properties ?? []) {
    const value = example.properties?.get(name);
    if (value && name !== '__example__') checkExample(value, inner, report);
  }
}
