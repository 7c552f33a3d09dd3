import type { FieldValue } from '@trikon/contract';
import { invalidField } from '../../../platform/errors/index.ts';
import type { ContactField } from '../fields/fields.ts';
import { readFieldValue } from '../fields/read-field-value.ts';
import type { ConditionOf, ConditionPlace, FilterGround } from './filter-ground.ts';
import { containing } from './text-conditions.ts';

type FieldCondition = ConditionOf<'field'>;
type Operator = FieldCondition['op'];

const existence: readonly Operator[] = ['empty', 'not_empty'];
const equality: readonly Operator[] = ['is', 'is_not', ...existence];

/** Which questions make sense for a kind of field. */
const operatorsOf: Record<ContactField['kind'], readonly Operator[]> = {
  text: [...equality, 'contains'],
  link: [...equality, 'contains'],
  number: [...equality, 'less', 'more'],
  date: [...equality, 'before', 'after'],
  time: [...equality, 'before', 'after'],
  yes_no: equality,
  choice: equality,
  choices: equality,
};

export function fieldSql(condition: FieldCondition, place: ConditionPlace & FilterGround): string {
  const { field, value } = readFieldCondition(condition, place.fields);
  return operatorSql[condition.op]({ field, value: value!, ...place });
}

type Operand = ConditionPlace & { field: ContactField; value: FieldValue };

const operatorSql: Record<Operator, (operand: Operand) => string> = {
  empty: (operand) => `${json(operand)} is null`,
  not_empty: (operand) => `${json(operand)} is not null`,
  is: equals,
  is_not: (operand) => `not (${equals(operand)})`,
  contains: (operand) => known(containing(text(operand), String(operand.value), operand.bind)),
  less: (operand) => numberSql('<', operand),
  more: (operand) => numberSql('>', operand),
  before: (operand) => known(`${text(operand)} collate "C" < ${operand.bind(operand.value, 'text')}`),
  after: (operand) => known(`${text(operand)} collate "C" > ${operand.bind(operand.value, 'text')}`),
};

const json = ({ bind, contact, field }: Operand): string => `${contact}.fields -> ${bind(field.key, 'text')}`;
const text = ({ bind, contact, field }: Operand): string =>
  `(${contact}.fields ->> ${bind(field.key, 'text')})`;
const known = (sql: string): string => `coalesce(${sql}, false)`;

/** JSON of different kinds has an order too, in which every text is less than any number. What hardly anybody passes is asked first. */
const numberSql = (sign: '<' | '>', operand: Operand): string => {
  const limit = operand.bind(JSON.stringify(operand.value), 'jsonb');
  return known(`${json(operand)} ${sign} ${limit} and jsonb_typeof(${json(operand)}) = 'number'`);
};

/** An index finds it, and what it finds is few unless most have the same. */
export const isIndexedField = (condition: FieldCondition, { fields }: FilterGround): boolean => {
  const kind = fields.get(condition.key)?.kind;
  return condition.op === 'is' && kind !== undefined && kind !== 'text' && kind !== 'link';
};

/** People write texts in capitals or not; everything else has one form. */
function equals({ field: { kind, key }, value, bind, contact }: Operand): string {
  if (kind === 'text' || kind === 'link')
    return known(`lower(${contact}.fields ->> ${bind(key, 'text')}) = lower(${bind(value, 'text')})`);
  const kept = kind === 'choices' && !Array.isArray(value) ? [value] : value;
  return `${contact}.fields @> ${bind(JSON.stringify({ [key]: kept }), 'jsonb')}`;
}

function readFieldCondition(
  { key, op, value }: FieldCondition,
  fields: FilterGround['fields'],
): { field: ContactField; value: FieldValue | null } {
  const field = fields.get(key);
  if (field === undefined)
    throw invalidField('filter', 'unknown_field', `There is no field with the key ${key}.`);
  if (!operatorsOf[field.kind].includes(op)) {
    const offered = operatorsOf[field.kind].join(', ');
    throw invalidField('filter', 'wrong_operator', `The field ${field.name} can be asked for: ${offered}.`);
  }
  if (existence.includes(op)) return { field, value: null };
  if (value === undefined)
    throw invalidField('filter', 'value_missing', `Say what the field ${field.name} is compared with.`);
  if (op === 'contains') return { field, value };
  const written = Array.isArray(value) ? value.join(', ') : String(value);
  const read = readFieldValue(field, written);
  // What was a choice once may still be asked for.
  if ('problem' in read && (field.kind === 'choice' || field.kind === 'choices')) return { field, value };
  if ('problem' in read) throw invalidField('filter', read.problem, `${field.name}: ${read.sentence}`);
  return { field, value: read.value };
}
