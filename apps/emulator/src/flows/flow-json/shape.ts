import { typeOf } from '../runtime/schema.ts';
import { isExpression, isReference } from '../runtime/resolve.ts';
import { componentRules } from './components.ts';
import { textOfNode, type JsonNode } from './reader.ts';
import { nameOf, type Report } from './report.ts';
import { list, name, object, oneOf, text, type ActionName, type Rule, type Rules } from './rules.ts';
import { isAtLeast } from './versions.ts';

interface Context {
  report: Report;
  version: string;
  /** The component in whose properties we are. */
  component?: string;
}

const screenId = /^[A-Za-z_]+$/;

const flowRules: Rules = {
  version: { type: 'string', dynamic: false, required: true },
  name: { type: 'string', dynamic: false },
  data_api_version: { type: 'string', dynamic: false },
  data_channel_uri: { type: 'string', dynamic: false, format: 'uri' },
  routing_model: { type: 'object', dynamic: false },
  screens: { type: 'array', dynamic: false, required: true, min: 1 },
};

const screenRules: Rules = {
  id: name(),
  title: text(1_000_000, { min: 0 }),
  terminal: { type: 'boolean', dynamic: false },
  success: { type: 'boolean', dynamic: false },
  refresh_on_back: { type: 'boolean', dynamic: false },
  sensitive: list(text(1_000_000), { dynamic: false, since: '5.1' }),
  data: { type: 'object', dynamic: false },
  layout: object(
    {
      type: oneOf(['SingleColumnLayout'], { required: true, dynamic: false }),
      children: { type: 'array', dynamic: false, required: true, components: true },
    },
    { dynamic: false, required: true },
  ),
};

/** Checks what may stand where, and of which type: the part that a JSON Schema would do. */
export function checkShape(root: JsonNode, version: string, report: Report): void {
  const context: Context = { report, version };
  const rules = isAtLeast(version, '3.0') ? without(flowRules, 'data_channel_uri') : flowRules;
  if (root.kind !== 'object') {
    report.say('INVALID_FLOW_JSON', 'Flow JSON is not valid.', root);
    return;
  }
  checkProperties(root, rules, context);
  for (const screen of root.properties?.get('screens')?.items ?? []) checkScreen(screen, context);
  const routing = root.properties?.get('routing_model');
  for (const [id, targets] of routing?.properties ?? []) {
    checkValue(targets, id, list(text(1_000_000, { dynamic: false }), { dynamic: false }), context);
  }
}

const without = (rules: Rules, left: string): Rules =>
  Object.fromEntries(Object.entries(rules).filter(([key]) => key !== left));

function checkScreen(screen: JsonNode, context: Context): void {
  if (!isOf(screen, 'object', 'screens', context)) return;
  checkProperties(screen, screenRules, context);
  const id = screen.properties?.get('id');
  if (id?.kind === 'string' && id.value !== '' && !screenId.test(textOfNode(id))) {
    context.report.say(
      'PATTERN_MISMATCH',
      "Property 'id' should only consist of alphabets and underscores.",
      id,
    );
  }
}

function checkComponents(children: JsonNode, context: Context): void {
  for (const child of children.items ?? []) checkComponent(child, context);
}

function checkComponent(node: JsonNode, context: Context): void {
  if (!isOf(node, 'object', 'children', context)) return;
  const type = node.properties?.get('type');
  if (!type) {
    context.report.say('MISSING_REQUIRED_TYPE_PROPERTY', "Required property 'type' is missing.", node);
    return;
  }
  const rule = Object.hasOwn(componentRules, textOfNode(type)) ? componentRules[textOfNode(type)] : undefined;
  if (!rule || !isAtLeast(context.version, rule.since ?? '1.0')) {
    context.report.say('INVALID_PROPERTY_VALUE', "Invalid value found for property 'type'.", type);
    return;
  }
  const component = textOfNode(type);
  checkProperties(node, rule.properties, { ...context, component }, { besides: 'type' });
  if (component === 'Switch') checkCases(node, context);
  if (component === 'Footer') checkCaptions(node, context);
}

function checkCases(node: JsonNode, context: Context): void {
  const cases = node.properties?.get('cases');
  if (cases?.kind !== 'object') return;
  if (cases.properties?.size === 0) {
    context.report.say('MIN_ITEMS_REQUIRED', "Property 'cases' should have at least '1' items.", cases);
  }
  for (const [value, children] of cases.properties ?? []) {
    if (isOf(children, 'array', value, context)) checkComponents(children, context);
  }
}

/** Left and right stand together, and never beside the one in the middle. */
function checkCaptions({ properties }: JsonNode, { report }: Context): void {
  const [left, center, right] = ['left', 'center', 'right'].map((side) => properties?.get(`${side}-caption`));
  if (center && (left || right)) {
    report.say(
      'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
      "Properties 'center-caption' and ['left-caption', 'right-caption'] must be present exclusively at Footer.",
      nameOf(center),
    );
    return;
  }
  const [alone, other] = left ? [left, 'right'] : [right, 'left'];
  if (alone && !(left && right)) {
    const present = left ? 'left' : 'right';
    report.say(
      'INVALID_DEPENDENCIES',
      `Footer should have property ${other}-caption when property ${present}-caption is present.`,
      nameOf(alone),
    );
  }
}

function checkProperties(
  node: JsonNode,
  rules: Rules,
  context: Context,
  { besides }: { besides?: string } = {},
): void {
  for (const [key, value] of node.properties ?? []) {
    if (key === besides) continue;
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (rule && isAtLeast(context.version, rule.since ?? '1.0')) checkValue(value, key, rule, context);
    else context.report.say('INVALID_PROPERTY_KEY', unknownProperty(key, node, context), nameOf(value));
  }
  for (const [key, rule] of Object.entries(rules)) {
    if (!isRequired(rule, context) || node.properties?.has(key)) continue;
    context.report.say('MISSING_REQUIRED_TYPE_PROPERTY', `Required property '${key}' is missing.`, node);
  }
}

const isRequired = (rule: Rule, { version }: Context): boolean =>
  rule.required === true || (rule.requiredSince !== undefined && isAtLeast(version, rule.requiredSince));

const unknownProperty = (key: string, { path }: JsonNode, { component }: Context): string =>
  component
    ? `Property '${key}' cannot be specified at '${component}' on '${path}'.`
    : `Property '${key}' cannot be specified at '${path === '' ? '$root' : path}'.`;

function checkValue(node: JsonNode, key: string, rule: Rule, context: Context): void {
  if (node.kind === 'string' && isDynamic(textOfNode(node), rule, context)) return;
  if (!isOf(node, rule, key, context)) return;
  if (node.kind === 'string') checkText(node, key, rule, context);
  if (node.kind === 'number') checkNumber(node, key, rule, context);
  if (node.kind === 'array') checkList(node, key, rule, context);
  if (node.kind === 'object' && rule.action) checkAction(node, rule.action.names, context);
  if (node.kind === 'object' && rule.properties) checkProperties(node, rule.properties, context);
}

const isDynamic = (value: string, rule: Rule, { version }: Context): boolean =>
  rule.dynamic && (isReference(value) || (isExpression(value) && isAtLeast(version, '6.0')));

function isOf(node: JsonNode, rule: Rule | Rule['type'], key: string, { report }: Context): boolean {
  const [type, or] = typeof rule === 'string' ? [rule, []] : [rule.type, rule.or ?? []];
  const found = typeOf(node.value);
  if ([type, ...or].includes(found as Rule['type'])) return true;
  if (type === 'number' && found === 'string') {
    report.say('PATTERN_MISMATCH', dynamicHint(key, type), node);
  } else {
    report.say(
      'INVALID_PROPERTY_TYPE',
      `Expected property '${node.path}' to be of type '${type}', but found '${found}'.`,
      node,
    );
  }
  return false;
}

const dynamicHint = (key: string, type: string): string =>
  `Property '${key}' should be of type '${type}' or have dynamic data format of the form \${screen.data.your_value} or \${data.your_value}.`;

function checkText(node: JsonNode, key: string, rule: Rule, context: Context): void {
  const { report, version } = context;
  const value = textOfNode(node);
  if (rule.type === 'number' && !/^\d+$/.test(value))
    report.say('PATTERN_MISMATCH', dynamicHint(key, rule.type), node);
  if (rule.values && !rule.values.includes(value)) {
    report.say('INVALID_ENUM_VALUE', `Value should be one of: [${rule.values.join(', ')}].`, node);
  } else if (rule.type === 'string' && rule.min === 1 && value === '') {
    report.say('MIN_CHARS_REQUIRED', `Property '${key}' should have at least '1' characters.`, node);
  } else if (rule.type === 'string' && rule.min === 1 && value.trim() === '' && isAtLeast(version, '6.0')) {
    report.say('PATTERN_MISMATCH', `Property '${key}' should not be blank or empty string.`, node);
  }
  if (rule.type === 'string' && rule.max !== undefined && Array.from(value).length > rule.max) {
    report.say('MAX_CHARS_REQUIRED', `Property '${key}' should have at most '${rule.max}' characters.`, node);
  }
  checkFormat(node, key, rule, context);
}

function checkFormat(node: JsonNode, key: string, { format }: Rule, { report, version }: Context): void {
  const value = textOfNode(node);
  if (format === 'uri' && !URL.canParse(value)) {
    report.say('INVALID_PROPERTY_VALUE_FORMAT', `Property '${key}' should be in 'uri' format.`, node);
  }
  if (format === 'regex' && !isPattern(value)) {
    report.say('INVALID_PROPERTY_VALUE_FORMAT', `Property '${key}' should be in 'regex' format.`, node);
  }
  // Since Flow JSON 5.0 a date is a calendar day; before, it is a timestamp in milliseconds.
  if (format === 'date' && isAtLeast(version, '5.0') && !/^\d{4}-\d\d-\d\d$/.test(value)) {
    report.say('INVALID_PROPERTY_VALUE_FORMAT', `Property '${key}' should be in 'YYYY-MM-DD' format.`, node);
  }
}

function isPattern(value: string): boolean {
  try {
    return new RegExp(value, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

function checkNumber(node: JsonNode, key: string, { min, max, type }: Rule, { report }: Context): void {
  if (type !== 'number') return;
  const value = Number(node.value);
  if (min !== undefined && value < min) {
    report.say('MINIMUM_VALUE_REQUIRED', `The minimum value allowed for property '${key}' is ${min}.`, node);
  }
  if (max !== undefined && value > max) {
    report.say('MAXIMUM_VALUE_REQUIRED', `The maximum value allowed for property '${key}' is ${max}.`, node);
  }
}

function checkList(node: JsonNode, key: string, rule: Rule, context: Context): void {
  const count = node.items?.length ?? 0;
  if (rule.type === 'array' && rule.min !== undefined && count < rule.min) {
    context.report.say(
      'MIN_ITEMS_REQUIRED',
      `Property '${key}' should have at least '${rule.min}' items.`,
      node,
    );
  }
  if (rule.type === 'array' && rule.max !== undefined && count > rule.max) {
    context.report.say(
      'MAX_ITEMS_REQUIRED',
      `Property '${key}' should have at most '${rule.max}' items.`,
      node,
    );
  }
  if (rule.components) checkComponents(node, context);
  if (rule.item) for (const item of node.items ?? []) checkValue(item, key, rule.item, context);
}

const actionProperties: Record<ActionName, { needs: string[]; may: string[] }> = {
  navigate: { needs: ['next'], may: ['payload'] },
  complete: { needs: ['payload'], may: [] },
  data_exchange: { needs: [], may: ['payload'] },
  update_data: { needs: ['payload'], may: [] },
  open_url: { needs: ['url'], may: [] },
};

function checkAction(node: JsonNode, names: readonly ActionName[], context: Context): void {
  const { report, version } = context;
  const allowed = names.filter((one) =>
    isAtLeast(version, one === 'open_url' || one === 'update_data' ? '6.0' : '1.0'),
  );
  const called = node.properties?.get('name');
  if (!called) {
    report.say('MISSING_REQUIRED_TYPE_PROPERTY', "Required property 'name' is missing.", node);
    return;
  }
  if (!allowed.includes(called.value as ActionName)) {
    report.say('INVALID_ENUM_VALUE', `Value should be one of: [${allowed.join(', ')}].`, called);
    return;
  }
  const { needs, may } = actionProperties[called.value as ActionName];
  const rules = Object.fromEntries(
    [...needs, ...may].map((key) => [key, actionRule(key, needs.includes(key))]),
  );
  checkProperties(node, rules, context, { besides: 'name' });
}

function actionRule(key: string, isNeeded: boolean): Rule {
  if (key === 'payload') return { type: 'object', dynamic: false, required: isNeeded };
  if (key === 'url') return text(1_000_000, { required: isNeeded, format: 'uri' });
  return object(
    {
      type: oneOf(['screen'], { required: true, dynamic: false }),
      name: text(1_000_000, { required: true, dynamic: false }),
    },
    { dynamic: false, required: isNeeded },
  );
}
