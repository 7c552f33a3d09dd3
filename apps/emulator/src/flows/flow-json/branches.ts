import { parseExpression, ExpressionError, type Expression } from '../runtime/expression.ts';
import { isExpression } from '../runtime/resolve.ts';
import { innerNodes, type Placed, type PlacedScreen } from './placed.ts';
import { textOfNode, type JsonNode } from './reader.ts';
import type { Report } from './report.ts';

const deepestIf = 3;

/** If and Switch, and the footers in their branches. */
export function checkBranches({ components, properties }: PlacedScreen, report: Report): void {
  for (const component of components) {
    if (component.type === 'If') checkIf(component, report);
    if (component.type === 'Switch') checkSwitch(component, report);
  }
  const top = properties.get('layout')?.properties?.get('children')?.items ?? [];
  const most = footersAlong(top);
  if (most < 2) return;
  const footers = components.filter(({ type }) => type === 'Footer').map(({ node }) => node);
  const direct = top.flatMap((node) => (typeOfNode(node) === 'Form' ? (innerNodes(node)[0] ?? []) : [node]));
  const isPlain = direct.filter((node) => typeOfNode(node) === 'Footer').length === footers.length;
  if (isPlain) {
    report.say(
      'MAX_FOOTER_PER_SCREEN',
      `Maximum number of Footer allowed per screen is 1 but found ${most}.`,
      ...footers,
    );
  } else {
    report.say(
      'MORE_THAN_ONE_FOOTER',
      'Maximum number of Footer component allowed per screen is 1.',
      ...footers,
    );
  }
}

const typeOfNode = (node: JsonNode): string => textOfNode(node.properties?.get('type'));

/** The most footers that can be seen at once. */
const footersAlong = (nodes: JsonNode[]): number => nodes.reduce((count, node) => count + footersOf(node), 0);

function footersOf(node: JsonNode): number {
  const type = typeOfNode(node);
  if (type === 'Footer') return 1;
  const inner = innerNodes(node).map(footersAlong);
  return type === 'Form' ? inner.reduce((sum, count) => sum + count, 0) : Math.max(0, ...inner);
}

function checkIf({ node, properties, depth }: Placed, report: Report): void {
  const [then, otherwise] = [properties.get('then'), properties.get('else')];
  if (depth >= deepestIf) {
    report.say(
      'INVALID_PROPERTY_VALUE',
      `Component 'If' cannot be nested more than ${deepestIf} levels deep.`,
      node,
    );
  }
  for (const branch of [then, otherwise]) {
    if (branch?.items?.length === 0) {
      report.say('INVALID_PROPERTY_VALUE', 'Expected array to contain at least one component.', branch);
    }
  }
  const condition = properties.get('condition');
  if (condition) checkCondition(condition, report);
  const has = [then, otherwise].map((branch) => footersAlong(branch?.items ?? []) > 0);
  if (has[0] && !otherwise) {
    const message =
      "Missing Footer inside one of the 'If' component branches. Branch 'else' should exist and contain one Footer.";
    report.say('MISSING_FOOTER_IN_IF_ELSE_BRANCHES', message, node);
  } else if (has[0] !== has[1]) {
    const message =
      "Footer component must be present in all branches of 'If' component if it exists in any one branch.";
    report.say('MISSING_FOOTER_IN_IF_ELSE_BRANCHES', message, node);
  }
}

function checkSwitch({ node }: Placed, report: Report): void {
  const cases = [...(node.properties?.get('cases')?.properties?.values() ?? [])].map(
    ({ items }) => items ?? [],
  );
  const withFooter = cases.filter((items) => footersAlong(items) > 0).length;
  if (withFooter === 0 || withFooter === cases.length) return;
  const message = 'Footer component must be present in all switch cases if it exists in any one case.';
  report.say('MISSING_FOOTER_IN_SWITCH_BRANCHES', message, node);
}

function checkCondition(node: JsonNode, report: Report): void {
  const wrong = wrongCondition(textOfNode(node));
  if (wrong !== undefined) report.say('INVALID_PROPERTY_VALUE', wrong, node);
}

function wrongCondition(value: string): string | undefined {
  const inner = isExpression(value) ? value.slice(1, -1) : value;
  if (inner.trim() === '') return "Expected property 'condition' to contain at least one operand.";
  try {
    return senselessCondition(parseExpression(inner, { joins: isExpression(value) }));
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}

function senselessCondition(condition: Expression): string | undefined {
  if (condition.kind === 'literal') {
    return 'The only operand is a literal value. Expected single operand to be a boolean.';
  }
  return constantOperation(condition);
}

/** A comparison of two literals always has the same result. */
function constantOperation(expression: Expression): string | undefined {
  if (expression.kind === 'not') return constantOperation(expression.operand);
  if (expression.kind !== 'operation') return undefined;
  const { left, right, column } = expression;
  if (left.kind === 'literal' && right.kind === 'literal') {
    return `An operator cannot not have literals on both sides. Found invalid syntax at column ${column}.`;
  }
  return constantOperation(left) ?? constantOperation(right);
}
