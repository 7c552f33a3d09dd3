import { ExpressionError, parseExpression, referencesOf } from '../runtime/expression.ts';
import { inputTypes } from '../runtime/flow.ts';
import { isExpression, isReference } from '../runtime/resolve.ts';
import { componentRules } from './components.ts';
import { actionsIn, textsIn, type Placed, type PlacedFlow, type PlacedScreen } from './placed.ts';
import { textOfNode, type JsonNode } from './reader.ts';
import type { Report } from './report.ts';
import type { Rule } from './rules.ts';
import { isAtLeast } from './versions.ts';

/** What a reference leads to: the schema of a screen's data, or a field. */
export type Target = { kind: 'data'; schema: JsonNode } | { kind: 'field'; component: Placed };

interface Where {
  flow: PlacedFlow;
  screen: PlacedScreen;
  report: Report;
  /** The code for what a reference misses. */
  error: string;
  /** For the words of a refusal: which component's property, or which screen's title. */
  place: string;
}

/** Every `${…}` of a screen leads to something, and to something of the right type. */
export function checkReferences(flow: PlacedFlow, screen: PlacedScreen, report: Report): void {
  const title = screen.properties.get('title');
  const error = 'INVALID_SCREEN_DYNAMIC_DATA';
  if (title) checkText(title, { flow, screen, report, error, place: 'the title' });
  for (const component of screen.components) {
    const rules = componentRules[component.type];
    for (const [property, node] of component.properties) {
      if (
        ['type', 'name', 'children', 'then', 'else', 'cases'].includes(property) ||
        property.endsWith('-action')
      )
        continue;
      const where: Where = { flow, screen, report, error, place: `${component.type} property '${property}'` };
      checkProperty(node, property, where, rules?.properties[property], rules?.optionNeeds);
    }
    for (const action of actionsIn(component.node)) {
      const where: Where = {
        flow,
        screen,
        report,
        error: 'INVALID_ON_CLICK_ACTION_PAYLOAD',
        place: `${component.type} ${action.key}`,
      };
      for (const node of action.payloadNode ? textsIn(action.payloadNode) : []) checkText(node, where);
    }
  }
}

function checkProperty(
  node: JsonNode,
  property: string,
  where: Where,
  rule: Rule | undefined,
  optionNeeds: string[] | undefined,
): void {
  if (property === 'condition' || property === 'value') {
    checkOperands(node, where);
    if (property === 'condition') checkSingleOperand(node, where);
    return;
  }
  for (const text of textsIn(node)) checkText(text, where);
  const target = node.kind === 'string' ? targetOf(textOfNode(node), where) : undefined;
  if (!rule || target?.kind !== 'data') return;
  checkType(node, target.schema, rule, where);
  if (property === 'data-source' || property === 'list-items')
    checkOptions(node, target.schema, optionNeeds ?? [], where);
}

/** A condition that is one reference must be true or false by itself. */
function checkSingleOperand(node: JsonNode, where: Where): void {
  const target = targetOf(textOfNode(node).replaceAll(/[()`\s]/g, ''), where);
  const isTruth =
    target?.kind === 'data' ? typeOfSchema(target.schema) === 'boolean' : target?.component.type === 'OptIn';
  if (!target || isTruth) return;
  where.report.say('INVALID_PROPERTY_VALUE', 'Expected single operand to be a boolean.', node);
}

/** Whole references outside of back-quotes, and everything inside of them. */
function checkText(node: JsonNode, where: Where): void {
  const text = textOfNode(node);
  if (!isReference(text) && !(isExpression(text) && isAtLeast(where.flow.version, '6.0'))) return;
  checkOperands(node, where);
}

function checkOperands(node: JsonNode, where: Where): void {
  const text = textOfNode(node);
  for (const path of pathsOf(text, node, where)) checkPath(path, node, where);
}

/** A condition that cannot be read is reported with the branches. */
function pathsOf(text: string, node: JsonNode, { report, place }: Where): string[] {
  try {
    return referencesOf(parseExpression(isExpression(text) ? text.slice(1, -1) : text));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    if (!place.startsWith('If ')) report.say('INVALID_PROPERTY_VALUE', error.message, node);
    return [];
  }
}

function checkPath(path: string, node: JsonNode, where: Where): void {
  const [root, ...rest] = path.split('.');
  if (root === 'screen') {
    checkGlobal(path, rest, node, where);
    return;
  }
  if (findTarget(path, where)) return;
  sayMissing(path, node, where, where.screen);
}

function sayMissing(path: string, node: JsonNode, { report, error }: Where, screen: PlacedScreen): void {
  const isForm = path.startsWith('form.') || /^screen\.[^.]+\.form\./.test(path);
  if (isForm) report.say(error, `Missing Form component \${${path}} for screen '${screen.id}'.`, node);
  else
    report.say(error, `Missing dynamic data '\${${path}}' in the data model for screen ${screen.id}.`, node);
}

function checkGlobal(path: string, [id = '', store]: string[], node: JsonNode, where: Where): void {
  const { flow, screen, report, place } = where;
  const screenFound = flow.screens.find((one) => one.id === id);
  const told = `Global dynamic data '\${${path}}' used on screen '${screen.id}' for ${place} is invalid since screen '${id}'`;
  if (!isAtLeast(flow.version, '4.0')) {
    report.say(
      'PATTERN_MISMATCH',
      `Property at '${node.path}' should have dynamic data format of the form \${data.your_value}.`,
      node,
    );
  } else if (!screenFound) {
    report.say('INVALID_SCREEN_DATA', `${told} is missing in the Flow JSON.`, node);
  } else if (id === screen.id && store === 'data' && where.error === 'INVALID_SCREEN_DYNAMIC_DATA') {
    const local = path.split('.').slice(2).join('.');
    report.say(
      'INVALID_SCREEN_DATA',
      `${told} represents current screen. Convert expression to local referencing of the form \${${local}}.`,
      node,
    );
  } else if (!findTarget(path, where)) {
    const message = `Global Dynamic data '\${${path}}' on screen ${id} does not exist, but is used on screen ${screen.id}.`;
    report.say('INVALID_SCREEN_DATA', message, node);
  }
}

/** What a text leads to when it is one whole reference. */
export function targetOf(text: string, where: Pick<Where, 'flow' | 'screen'>): Target | undefined {
  return isReference(text) ? findTarget(text.trim().slice(2, -1).trim(), where) : undefined;
}

function findTarget(path: string, { flow, screen }: Pick<Where, 'flow' | 'screen'>): Target | undefined {
  const [root, ...rest] = path.split('.');
  if (root === 'form') return findField(screen, rest.join('.'));
  if (root === 'data') return findSchema(screen, rest);
  const [id, store, ...names] = rest;
  const other = flow.screens.find((one) => one.id === id);
  if (!other) return undefined;
  return store === 'form' ? findField(other, names.join('.')) : findSchema(other, names);
}

/** A range of a calendar is reached into: `${form.stay.start-date}`. */
function findField({ components }: PlacedScreen, name: string): Target | undefined {
  const fields = components.filter(({ type }) => inputTypes.has(type));
  const component =
    fields.find((field) => field.name === name) ??
    fields.find((field) => field.type === 'CalendarPicker' && name.startsWith(`${field.name}.`));
  return component && { kind: 'field', component };
}

function findSchema({ properties }: PlacedScreen, names: string[]): Target | undefined {
  const model = properties.get('data')?.properties;
  const [first = '', ...rest] = names;
  let schema = model?.get(names.join('.')) ?? model?.get(first);
  if (schema === model?.get(first)) {
    for (const name of rest) schema = schema?.properties?.get('properties')?.properties?.get(name);
  }
  return schema && { kind: 'data', schema };
}

export const typeOfSchema = (schema: JsonNode): string => textOfNode(schema.properties?.get('type'));

function checkType(node: JsonNode, schema: JsonNode, rule: Rule, { report }: Where): void {
  const type = typeOfSchema(schema);
  const accepted = [rule.type, ...(rule.or ?? [])].map(String);
  if (accepted.includes(type) || (type === 'integer' && accepted.includes('number'))) return;
  const expected =
    accepted.length > 1 ? `one of these types: [${accepted.join(', ')}]` : `type '${rule.type}'`;
  report.say('INVALID_SCREEN_DYNAMIC_DATA', `Expected '${schema.path}' to be of ${expected}.`, node, schema);
}

function checkOptions(node: JsonNode, schema: JsonNode, needs: string[], { report }: Where): void {
  const properties = schema.properties?.get('items')?.properties?.get('properties')?.properties;
  if (!properties) return;
  for (const need of needs) {
    if (properties.has(need)) continue;
    const message = `Data model schema is invalid for '${textOfNode(node)}'. Missing schema for ${need}.`;
    report.say('INVALID_SCREEN_DYNAMIC_DATA', message, node, schema);
  }
}
