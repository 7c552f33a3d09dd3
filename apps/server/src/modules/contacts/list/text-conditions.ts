import { invalidField } from '../../../platform/errors/index.ts';
import type { Bind } from '../../../platform/db/index.ts';
import type { ConditionOf, ConditionPlace } from './filter-ground.ts';

export function attributeSql(condition: ConditionOf<'attribute'>, { bind, contact }: ConditionPlace): string {
  const { name, op, values } = condition;
  const column = `${contact}.${name}`;
  if (op === 'empty') return `${column} is null`;
  if (op === 'not_empty') return `${column} is not null`;
  if (values.length === 0)
    throw invalidField('filter', 'value_missing', `Say what the ${name} is compared with.`);
  if (op === 'contains') {
    const found = values.map((value) => containing(column, value, bind));
    return `coalesce(${found.join(' or ')}, false)`;
  }
  const lowered = bind(
    values.map((value) => value.toLowerCase()),
    'text[]',
  );
  const same = `coalesce(lower(${column}) = any(${lowered}), false)`;
  return op === 'is' ? same : `not ${same}`;
}

/** Wherever in it, whatever the capitals; wildcards stand for themselves. */
export const containing = (text: string, part: string, bind: Bind): string =>
  `strpos(lower(${text}), lower(${bind(part, 'text')})) > 0`;
