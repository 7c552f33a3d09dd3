import { refuse } from '../../graph/errors.ts';
import { fitsType } from '../parameter-types.ts';
import type { TextPlan } from './plan.ts';
import { given, givenList, isGiven, requireText, typeOf } from './read-parameters.ts';

export interface FillOptions {
  /** Turns a parameter of type group_id into the address that invites to the group. */
  groupLink?: (groupId: string) => string;
}

interface Place {
  where: string;
  limit: number;
}

/** Puts the parameters of a message into a text of its template (Meta, 'Template messages'). */
export function fillText(
  plan: TextPlan,
  parameters: unknown,
  { where, limit }: Place,
  options: FillOptions = {},
): string {
  const list = givenList(parameters, `${where} parameters`);
  const values = plan.named
    ? namedValues(plan, list, where, options)
    : orderedValues(plan, list, where, options);
  if (plan.types) checkTypes(plan, values, where);
  let text = plan.pieces[0] ?? '';
  for (let at = 0; at < plan.slots.length; at++) {
    text += `${values[plan.slots[at] ?? 0] ?? ''}${plan.pieces[at + 1] ?? ''}`;
  }
  if (text.length > limit) {
    refuse(132005, `${where}: translated text has ${text.length} characters, more than the ${limit} allowed`);
  }
  return text;
}

function orderedValues({ names }: TextPlan, list: unknown[], where: string, options: FillOptions): string[] {
  checkCount(list.length, names.length, where);
  return list.map((parameter) => {
    const one = given(parameter, `${where} parameter`);
    if (one.parameter_name !== undefined) {
      refuse(132012, `${where}: the template has positional parameters, parameter_name cannot be used`);
    }
    return valueOf(one, where, options);
  });
}

function namedValues({ names }: TextPlan, list: unknown[], where: string, options: FillOptions): string[] {
  const values = new Map<unknown, string>();
  for (const parameter of list) {
    const one = given(parameter, `${where} parameter`);
    if (typeof one.parameter_name !== 'string' || one.parameter_name === '') {
      refuse(100, 'Parameter name is missing or empty');
    }
    values.set(one.parameter_name, valueOf(one, where, options));
  }
  checkCount(list.length, names.length, where);
  return names.map(
    (name) => values.get(name) ?? refuse(132012, `${where}: parameter ${name} of the template is missing`),
  );
}

function checkCount(count: number, expected: number, where: string): void {
  if (count !== expected) {
    refuse(
      132000,
      `${where}: number of localizable_params (${count}) does not match the expected number of params (${expected})`,
    );
  }
}

/** The fallback of money and dates is what customers see; Meta stopped to localise them. */
function valueOf(one: Record<string, unknown>, where: string, { groupLink }: FillOptions): string {
  switch (typeOf(one)) {
    case 'text':
      return checkCharacters(requireText(one.text, 'Parameter of type text is missing text value'));
    case 'currency':
    case 'date_time': {
      const value = one[typeOf(one)];
      const fallback = isGiven(value) ? value.fallback_value : undefined;
      return checkCharacters(
        requireText(fallback, `Parameter of type ${typeOf(one)} is missing fallback_value`),
      );
    }
    case 'group_id': {
      const group = requireText(one.group_id, 'Parameter of type group_id is missing group_id');
      return groupLink?.(group) ?? group;
    }
    default:
      return refuse(
        132012,
        `${where}: Format mismatch, expected TEXT, received ${typeOf(one).toUpperCase() || 'UNKNOWN'}`,
      );
  }
}

const forbidden = /[\n\r\t]| {5}/;

function checkCharacters(text: string): string {
  return forbidden.test(text)
    ? refuse(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces')
    : text;
}

function checkTypes({ types = [], names }: TextPlan, values: string[], where: string): void {
  for (const [at, type] of types.entries()) {
    if (!fitsType(type, values[at] ?? '')) {
      refuse(132018, `${where}: the value of {{${names[at] ?? at + 1}}} has to be of type ${type}`);
    }
  }
}
