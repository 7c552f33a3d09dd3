import { isDeepStrictEqual } from 'node:util';
import type { Schema, SpecDocument } from './document.ts';

const schemaPrefix = '#/components/schemas/';

/**
 * Writes a schema out without references, and mends what is broken in the published file:
 *
 * - It was joined from many files. Schemas of one name became `Name`, `Name_1`, `Name_2`, and every reference still says
 *   `Name`, so that a text that arrives would have to look like a text that is sent. A reference means any of them,
 *   except among the schemas of webhooks, which stand together at the end: there it means the one beside it.
 * - `oneOf` stands between schemas that both fit, as two that require nothing: it means `anyOf`.
 * - `additionalProperties: false` beside `allOf` forbids the properties of the other part, so that nothing fits. Instead,
 *   an object that names properties allows no others, over all its parts.
 */
export function completeSchemas(document: SpecDocument): (schema: Schema) => Schema {
  const variants = findVariants(document.components.schemas);
  const choose = (ref: string, own: boolean): Variant[] => {
    const found = variants.get(ref.slice(schemaPrefix.length)) ?? [];
    const beside = found.filter(({ ofWebhooks }) => ofWebhooks);
    return own && beside.length > 0 ? beside : found;
  };

  const complete = (schema: Schema, place: Place): Schema => {
    if (schema.$ref) return completeReference(schema.$ref, place);
    const inside = (one: Schema) => complete(one, { ...place, closed: true });
    const part = (one: Schema) => complete(one, { ...place, closed: false });
    const { oneOf, anyOf, allOf, properties, items, additionalProperties, not, ...rest } = schema;
    const choices = anyOf ?? oneOf;
    // Choices alone are closed one by one, so that the right one is found by what it does not name too.
    const choice = properties || allOf ? part : (one: Schema) => complete(one, place);
    return close(place, {
      ...mendType(rest),
      ...(choices && { anyOf: choices.map(choice) }),
      ...(allOf && { allOf: allOf.map(part) }),
      ...(not && { not: part(not) }),
      ...(properties && {
        properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inside(one)])),
      }),
      ...(items && { items: inside(items) }),
      ...(typeof additionalProperties === 'object' && { additionalProperties: inside(additionalProperties) }),
      ...(additionalProperties === true && { additionalProperties }),
    });
  };

  const completeReference = (ref: string, place: Place): Schema => {
    // A node that leads back to itself is looked into once.
    if (place.through.includes(ref)) return {};
    const found = choose(ref, place.ofWebhooks);
    const written = found.map(({ schema, ofWebhooks }) =>
      complete(schema, { through: [...place.through, ref], ofWebhooks, closed: place.closed }),
    );
    return written.length === 1 && written[0] ? written[0] : { anyOf: written };
  };

  return (schema) => complete(schema, { through: [], ofWebhooks: false, closed: true });
}

interface Place {
  /** The references on the way here. */
  through: readonly string[];
  ofWebhooks: boolean;
  /** A value of its own, as against a part of what describes one. */
  closed: boolean;
}

interface Variant {
  schema: Schema;
  ofWebhooks: boolean;
}

function findVariants(schemas: Record<string, Schema>): Map<string, Variant[]> {
  const names = Object.keys(schemas);
  const firstOfWebhooks = names.indexOf('WebhookPayload');
  const variants = new Map<string, Variant[]>();
  for (const [at, [name, schema]] of Object.entries(schemas).entries()) {
    const base = name.replace(/_\d+$/, '');
    const known = variants.get(base) ?? [];
    const repeats =
      schema.$ref === schemaPrefix + base || known.some((one) => sameSchema(one.schema, schema));
    const ofWebhooks = firstOfWebhooks !== -1 && at >= firstOfWebhooks;
    if (!repeats || ofWebhooks) variants.set(base, [...known, { schema, ofWebhooks }]);
  }
  return variants;
}

const sameSchema = (one: Schema, other: Schema) => isDeepStrictEqual(withoutWords(one), withoutWords(other));

const withoutWords = (schema: Schema): unknown =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      (key === 'description' || key === 'example') && typeof value === 'string' ? undefined : value,
    ),
  );

function mendType({ nullable, ...schema }: Schema): Schema {
  return nullable && typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : schema;
}

const close = (place: Place, schema: Schema): Schema =>
  place.closed && namesProperties(schema) ? { ...schema, unevaluatedProperties: false } : schema;

const namesProperties = ({ properties = {}, allOf = [] }: Schema): boolean =>
  Object.keys(properties).length > 0 || allOf.length > 0;
