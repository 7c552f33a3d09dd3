import type { FieldValue } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { Refusal, type FieldProblem } from '../../../platform/errors/index.ts';
import { listFields, type ContactField } from './fields.ts';
import { readFieldValue } from './read-field-value.ts';
import type { ReadValue } from './read-value.ts';

/** Reads what was written for own fields; every value that does not fit is named with its reason, all at once. */
export async function readWrittenValues(
  tx: Tx,
  written: Record<string, FieldValue | null>,
): Promise<Record<string, FieldValue | null>> {
  const fields = new Map((await listFields(tx)).map((field) => [field.key, field]));
  const problems: FieldProblem[] = [];
  const values: Record<string, FieldValue | null> = {};
  for (const [key, given] of Object.entries(written)) {
    const read = isEmpty(given) ? { value: null } : readOne(fields.get(key), given);
    if ('problem' in read)
      problems.push({ field: `fields.${key}`, code: read.problem, message: read.sentence });
    else values[key] = read.value;
  }
  if (problems.length > 0) throw new Refusal('invalid_input', problems[0]!.message, { fields: problems });
  return values;
}

const isEmpty = (given: FieldValue | null): given is null =>
  given === null || (Array.isArray(given) && given.length === 0);

function readOne(field: ContactField | undefined, given: FieldValue): ReadValue {
  if (field === undefined) return { problem: 'unknown_field', sentence: 'There is no field with this key.' };
  if (field.archivedAt !== null)
    return { problem: 'archived_field', sentence: `The field ${field.name} has been archived.` };
  if (typeof given === 'number' && !Number.isFinite(given))
    return { problem: 'no_number', sentence: 'This is not a number.' };
  if (typeof given === 'number' && field.kind === 'number')
    return Math.abs(given) > Number.MAX_SAFE_INTEGER
      ? readFieldValue(field, '9'.repeat(20))
      : { value: given };
  if (Array.isArray(given)) return readList(field, given);
  return readFieldValue(field, String(given));
}

/** Each for itself, since a choice may have a comma in it. */
function readList(field: ContactField, given: readonly string[]): ReadValue {
  if (field.kind !== 'choices') return { problem: 'not_one', sentence: `${field.name} holds one value.` };
  const read = given.map((each) => readFieldValue({ ...field, kind: 'choice' }, each));
  const wrong = read.find((each) => 'problem' in each);
  if (wrong !== undefined) return wrong;
  const chosen = new Set(read.map((each) => ('value' in each ? each.value : '')));
  return { value: field.choices.filter((choice) => chosen.has(choice)) };
}
