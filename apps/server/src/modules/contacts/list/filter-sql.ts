import type { ContactFilter, FilterCondition, FilterGroup } from '@trikon/contract';
import { invalidField } from '../../../platform/errors/index.ts';
import { fieldSql, isIndexedField } from './field-condition.ts';
import type { ConditionOf, ConditionPlace, FilterGround } from './filter-ground.ts';
import { attributeSql } from './text-conditions.ts';

type Place = ConditionPlace & FilterGround;

/** One for each kind of condition: SQL that is true or false of a row of contacts, and never null. */
const conditionSql: {
  [Kind in FilterCondition['kind']]: (condition: ConditionOf<Kind>, place: Place) => string;
} = {
  tag: ({ op, tagIds }, { bind, contact }) =>
    `${op === 'has' ? '' : 'not '}(${contact}.tags && ${bind(tagIds, 'uuid[]')})`,
  owner: ownerSql,
  attribute: attributeSql,
  consent: (condition, place) => place.higher.consent(condition, place),
  blocked: ({ is }, { contact }) => `${contact}.blocked_at is ${is ? 'not ' : ''}null`,
  phone: ({ is }, { contact }) => `${contact}.phone is ${is ? 'not ' : ''}null`,
  created: ({ from, to }, place) => betweenSql(`${place.contact}.created_at`, { from, to }, place),
  changed: ({ from, to }, place) => betweenSql(`${place.contact}.updated_at`, { from, to }, place),
  last_message: (condition, place) => place.higher.lastMessage(condition, place),
  field: fieldSql,
};

/** SQL that is true of the contacts whom a filter means, over a row of contacts of the workspace. */
export function filterSql(filter: ContactFilter, place: Place): string {
  if (filter.conditions.length === 0) return 'true';
  return joined(
    filter.match,
    filter.conditions.map((each) => ('kind' in each ? compiled(each, place) : groupSql(each, place))),
  );
}

/** Of the conditions that all have to hold, those by which an index finds contacts. */
export function indexedSql(filter: ContactFilter, place: Place): string[] {
  if (filter.match === 'any' && filter.conditions.length > 1) return [];
  return filter.conditions.flatMap((each) =>
    'kind' in each && isIndexed(each, place) ? [compiled(each, place)] : [],
  );
}

export const asksFor = (filter: ContactFilter | undefined, kind: FilterCondition['kind']): boolean =>
  filter?.conditions
    .flatMap((each) => ('kind' in each ? [each] : each.conditions))
    .some((each) => each.kind === kind) ?? false;

const isIndexed = (condition: FilterCondition, place: Place): boolean =>
  (condition.kind === 'tag' && condition.op === 'has') ||
  (condition.kind === 'field' && isIndexedField(condition, place));

const groupSql = ({ match, conditions }: FilterGroup, place: Place): string =>
  joined(
    match,
    conditions.map((each) => compiled(each, place)),
  );

const compiled = <Kind extends FilterCondition['kind']>(condition: ConditionOf<Kind>, place: Place): string =>
  conditionSql[condition.kind](condition, place);

const joined = (match: 'all' | 'any', parts: readonly string[]): string =>
  `(${parts.map((part) => `(${part})`).join(match === 'all' ? ' and ' : ' or ')})`;

function ownerSql({ op, ownerIds }: ConditionOf<'owner'>, { bind, contact }: ConditionPlace): string {
  const members = bind(
    ownerIds.filter((id) => id !== null),
    'uuid[]',
  );
  const nobody = ownerIds.includes(null) ? ` or ${contact}.owner_id is null` : '';
  return `${op === 'is' ? '' : 'not '}(coalesce(${contact}.owner_id = any(${members}), false)${nobody})`;
}

function betweenSql(
  column: string,
  { from, to }: { from: string | undefined; to: string | undefined },
  { bind }: ConditionPlace,
): string {
  if (from === undefined && to === undefined)
    throw invalidField('filter', 'value_missing', 'Say from when or until when.');
  const since = from === undefined ? [] : [`${column} >= ${bind(from, 'timestamptz')}`];
  const before = to === undefined ? [] : [`${column} < ${bind(to, 'timestamptz')}`];
  return [...since, ...before].join(' and ');
}
