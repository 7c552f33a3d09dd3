import type { Directory } from '../../directory/directory.ts';
import type { BusinessNumber, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import type { Nodes } from '../../graph/nodes.ts';
import { isObject } from '../../world/json.ts';
import { showPage } from '../edge-field.ts';
import { list } from '../reading.ts';

const filterable = new Set(['account_mode', 'messaging_limit_tier', 'is_official_business_account']);

const sorts = {
  creation_time: ({ createdAt }: BusinessNumber) => createdAt,
  last_onboarded_time: ({ onboardedAt }: BusinessNumber) => onboardedAt,
};

/** The list of an account's numbers, filtered and sorted (OpenAPI, `GET /{WABA-ID}/phone_numbers`). */
export const numberListEdges = (emulator: Emulator): Edges => ({
  'GET waba/phone_numbers': {
    access: ['whatsapp_business_management', 'whatsapp_business_messaging'],
    answer(call: Call<Waba>) {
      const sorted = sortAs(call, numbersIn(emulator.directory, call.node));
      const wanted = filterBy(emulator.graph.nodes, call, sorted);
      return showPage(emulator, call, {
        kind: 'number',
        things: wanted,
        path: `${call.node.id}/phone_numbers`,
      });
    },
  },
});

export const numbersIn = (directory: Directory, { id }: Waba): BusinessNumber[] =>
  directory.numbersOf(id).filter(({ status }) => status !== 'DELETED');

function filterBy(nodes: Nodes, call: Call, numbers: BusinessNumber[]): BusinessNumber[] {
  const filters = list(call.params, 'filtering') ?? [];
  return numbers.filter((number) =>
    filters.every((filter) => {
      if (!isObject(filter) || typeof filter.field !== 'string')
        refuse(100, 'Param filtering must be an array of objects with field, operator and value.');
      const { field, operator, value } = filter;
      if (!filterable.has(field))
        refuse(100, `Filtering field '${field}' is invalid. Valid fields: ${[...filterable].join(', ')}`);
      const shown = nodes.show('number', number, call, [{ name: field, calls: {}, inner: [] }])[field];
      return fits(String(shown).toUpperCase(), operator, value);
    }),
  );
}

function fits(shown: string, operator: unknown, value: unknown): boolean {
  const wanted = new Set((Array.isArray(value) ? value : [value]).map((one) => String(one).toUpperCase()));
  switch (operator) {
    case 'EQUAL':
    case 'IN':
      return wanted.has(shown);
    case 'NOT_EQUAL':
    case 'NOT_IN':
      return !wanted.has(shown);
    default:
      return refuse(100, 'Param operator must be one of {EQUAL, NOT_EQUAL, IN, NOT_IN}.');
  }
}

/** `creation_time_descending` as in Meta's guide, `creation_time.desc` as in the OpenAPI. The newest come first. */
function sortAs({ params }: Call, numbers: BusinessNumber[]): BusinessNumber[] {
  const [first] = list(params, 'sort') ?? ['creation_time_descending'];
  const match = /^(creation_time|last_onboarded_time)[._](asc|desc)(?:ending)?$/.exec(String(first));
  if (!match)
    refuse(100, `Param sort[0] must be one of {${Object.keys(sorts).join('_ascending, ')}_ascending, …}`);
  const timeOf = sorts[match[1] as keyof typeof sorts];
  const direction = match[2] === 'asc' ? 1 : -1;
  return numbers.sort((one, other) => direction * (timeOf(one) - timeOf(other)));
}
