import type { SendParameter } from '@trikon/whatsapp';
import { refuse } from '../../graph/errors.ts';
import { fitsType } from '../parameter-types.ts';
import type { TextPlan } from './plan.ts';

export interface FillOptions {
  /** Turns a parameter of type group_id into the address that invites to the group. */
  groupLink?: (groupId: string) => string;
}

interface Place {
  where: string;
  limit: number;
}

type Parameters = readonly SendParameter[];

/** Puts the parameters of a message into a text of its template (Meta, 'Template messages'). */
export function fillText(
  plan: TextPlan,
  parameters: Parameters,
  { where, limit }: Place,
  options: FillOptions = {},
): string {
  const values = plan.named
    ? namedValues(plan, parameters, where, options)
    : orderedValues(plan, parameters, where, options);
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

function orderedValues(
  { names }: TextPlan,
  parameters: Parameters,
  where: string,
  options: FillOptions,
): string[] {
  checkCount(parameters.length, names.length, where);
  return parameters.map((parameter) => {
    if (nameOf(parameter) !== undefined) {
      refuse(132012, `${where}: the template has positional parameters, parameter_name cannot be used`);
    }
    return valueOf(parameter, where, options);
  });
}

function namedValues(
  { names }: TextPlan,
  parameters: Parameters,
  where: string,
  options: FillOptions,
): string[] {
  const values = new Map<string, string>();
  for (const parameter of parameters) {
    const name = nameOf(parameter) ?? '';
    if (name === '') refuse(100, 'Parameter name is missing or empty');
    values.set(name, valueOf(parameter, where, options));
  }
  checkCount(parameters.length, names.length, where);
  return names.map(
    (name) => values.get(name) ?? refuse(132012, `${where}: parameter ${name} of the template is missing`),
  );
}

const nameOf = (parameter: SendParameter): string | undefined =>
  parameter.type === 'text' ? parameter.parameter_name : undefined;

function checkCount(count: number, expected: number, where: string): void {
  if (count !== expected) {
    refuse(
      132000,
      `${where}: number of localizable_params (${count}) does not match the expected number of params (${expected})`,
    );
  }
}

/** The fallback of money and dates is what customers see; Meta stopped to localise them. */
function valueOf(parameter: SendParameter, where: string, { groupLink }: FillOptions): string {
  if (parameter.type === 'text') return parameter.text;
  if (parameter.type === 'currency') return parameter.currency.fallback_value;
  if (parameter.type === 'date_time') return parameter.date_time.fallback_value;
  if (parameter.type === 'group_id') return groupLink?.(parameter.group_id) ?? parameter.group_id;
  return refuse(132012, `${where}: Format mismatch, expected TEXT, received ${parameter.type.toUpperCase()}`);
}

function checkTypes({ types = [], names }: TextPlan, values: string[], where: string): void {
  for (const [at, type] of types.entries()) {
    if (!fitsType(type, values[at] ?? '')) {
      refuse(132018, `${where}: the value of {{${names[at] ?? at + 1}}} has to be of type ${type}`);
    }
  }
}
