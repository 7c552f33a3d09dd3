import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Schema } from './document.ts';

/** Where a body and Meta's description part. */
export interface Deviation {
  /** In the body, with `[]` for every place of a list: `/data/[]/id`. */
  at: string;
  /** The broken keyword, `extra` for a property that Meta does not name, or `required name`. */
  rule: string;
  what: string;
}

export function createCheck(complete: (schema: Schema) => Schema) {
  // Formats are left out: Graph's times are not those of the standard, and its addresses may be cut.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false, verbose: true });
  const compiled = new Map<Schema, ValidateFunction>();

  return function check(schema: Schema | undefined, body: unknown): Deviation[] {
    if (!schema) return [];
    const validate = compiled.get(schema) ?? ajv.compile(complete(schema));
    compiled.set(schema, validate);
    return validate(body) ? [] : explain(validate.errors ?? []);
  };
}

/** Of alternatives that all fail, the nearest one speaks. */
function explain(errors: readonly ErrorObject[]): Deviation[] {
  return unique(nearest(errors).map(toDeviation));
}

function nearest(errors: readonly ErrorObject[]): ErrorObject[] {
  const choice = outermostChoice(errors);
  if (!choice) return [...errors];
  const inside = (error: ErrorObject) =>
    error !== choice &&
    error.instancePath.startsWith(choice.instancePath) &&
    error.schemaPath.startsWith(`${choice.schemaPath}/`);
  // What a failed alternative named was not counted as named.
  const echo = (error: ErrorObject) =>
    error.keyword === 'unevaluatedProperties' &&
    error.instancePath === choice.instancePath &&
    !error.schemaPath.startsWith(choice.schemaPath);
  const branches = Map.groupBy(
    errors.filter(inside),
    ({ schemaPath }) => schemaPath.slice(choice.schemaPath.length + 1).split('/', 1)[0],
  );
  const best = [...branches.values()]
    .map(nearest)
    .toSorted((one, other) => distance(one, choice) - distance(other, choice))[0];
  const rest = errors.filter((error) => error !== choice && !inside(error) && !echo(error));
  return [...(best ?? [choice]), ...nearest(rest)];
}

/** An alternative that fails deep inside is nearer than one that fails at its first property. */
const distance = (errors: readonly ErrorObject[], choice: ErrorObject) =>
  errors.reduce((sum, { instancePath }) => sum + (instancePath === choice.instancePath ? 10 : 1), 0);

const outermostChoice = (errors: readonly ErrorObject[]) =>
  errors
    .filter(({ keyword }) => keyword === 'anyOf')
    .toSorted((one, other) => one.schemaPath.length - other.schemaPath.length)[0];

function toDeviation({ keyword, instancePath, params, message, data }: ErrorObject): Deviation {
  const at = instancePath.replace(/\/\d+(?=\/|$)/g, '/[]');
  if (keyword === 'unevaluatedProperties') {
    const name = String(params['unevaluatedProperty']);
    return { at: `${at}/${name}`, rule: 'extra', what: 'is not named by Meta' };
  }
  if (keyword === 'required') {
    return { at, rule: `required ${String(params['missingProperty'])}`, what: message ?? keyword };
  }
  const allowed = keyword === 'enum' ? `: ${JSON.stringify(params['allowedValues'])}` : '';
  return { at, rule: keyword, what: `${message}${allowed}, is ${JSON.stringify(data)?.slice(0, 80)}` };
}

const unique = (deviations: Deviation[]) => [
  ...new Map(deviations.map((one) => [`${one.at} ${one.rule}`, one])).values(),
];
