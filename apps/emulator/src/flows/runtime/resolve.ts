import { isObject, type Json, type JsonObject } from '../../world/json.ts';
import { parseExpression, type Expression, type Operator } from './expression.ts';

/** What expressions of one screen can see. */
export interface Scope {
  form: JsonObject;
  data: JsonObject;
  screens: Record<string, { form: JsonObject; data: JsonObject }>;
}

export const isReference = (text: string): boolean => /^\$\{[^{}]+\}$/.test(text.trim());

export const isExpression = (text: string): boolean =>
  text.length > 1 && text.startsWith('`') && text.endsWith('`');

/** A value of a component or a payload: references and expressions become what they stand for, at any depth. */
export function resolveValue(value: Json | undefined, scope: Scope): Json | undefined {
  if (typeof value === 'string') return resolveText(value, scope);
  if (Array.isArray(value)) return value.map((item) => resolveValue(item, scope) ?? null);
  if (isObject(value)) return resolveObject(value, scope);
  return value;
}

export function resolveObject(object: JsonObject, scope: Scope): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, resolveValue(value, scope)]));
}

/** What came from the screen's data is taken as it is: data is not a program. */
function resolveText(text: string, scope: Scope): Json | undefined {
  if (isReference(text)) return lookUp(text.trim().slice(2, -1).trim(), scope);
  if (isExpression(text)) return evaluate(parseExpression(text.slice(1, -1)), scope);
  return text;
}

/** Conditions and switch values carry expressions without back-quotes, too. */
export function resolveCondition(text: string, scope: Scope): Json | undefined {
  return evaluate(parseExpression(isExpression(text) ? text.slice(1, -1) : text), scope);
}

function lookUp(path: string, scope: Scope): Json | undefined {
  const [root = '', ...rest] = path.split('.');
  if (root === 'form') return within(scope.form, rest);
  if (root === 'data') return within(scope.data, rest);
  const [screen = '', store, ...names] = rest;
  const values = own(scope.screens, screen);
  if (root !== 'screen' || !values) return undefined;
  return within(store === 'form' ? values.form : values.data, names);
}

function within(object: JsonObject, names: string[]): Json | undefined {
  const whole = own(object, names.join('.'));
  if (whole !== undefined) return whole;
  let value: Json | undefined = object;
  for (const name of names) value = isObject(value) ? own(value, name) : undefined;
  return value;
}

const own = <T>(object: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(object, name) ? object[name] : undefined;

export function evaluate(expression: Expression, scope: Scope): Json | undefined {
  if (expression.kind === 'literal') return expression.value;
  if (expression.kind === 'reference') return lookUp(expression.path, scope);
  if (expression.kind === 'not') return !truth(evaluate(expression.operand, scope));
  if (expression.kind === 'joined') {
    return expression.parts.map((part) => textOf(evaluate(part, scope))).join('');
  }
  const { operator, left, right } = expression;
  return operations[operator](evaluate(left, scope), evaluate(right, scope));
}

type Operation = (left: Json | undefined, right: Json | undefined) => Json;

const ofNumbers =
  (operation: (left: number, right: number) => Json): Operation =>
  (left, right) =>
    operation(numberOf(left), numberOf(right));

const operations: Record<Operator, Operation> = {
  '&&': (left, right) => truth(left) && truth(right),
  '||': (left, right) => truth(left) || truth(right),
  '==': isSame,
  '!=': (left, right) => !isSame(left, right),
  '<': ofNumbers((left, right) => left < right),
  '<=': ofNumbers((left, right) => left <= right),
  '>': ofNumbers((left, right) => left > right),
  '>=': ofNumbers((left, right) => left >= right),
  '+': ofNumbers((left, right) => left + right),
  '-': ofNumbers((left, right) => left - right),
  // "In case of division or modulo for zero or null value, the result will be zero" (Meta, "Flow JSON").
  '/': ofNumbers((left, right) => (right === 0 ? 0 : left / right)),
  '%': ofNumbers((left, right) => (right === 0 ? 0 : left % right)),
};

/** What was typed is text even in a field for numbers: beside a number it counts as one. What is empty equals the empty value of its neighbour. */
function isSame(left: Json | undefined, right: Json | undefined): boolean {
  if (typeof left === 'number' && isNumeric(right)) return left === Number(right);
  if (typeof right === 'number' && isNumeric(left)) return right === Number(left);
  if (typeof left === 'boolean' || typeof right === 'boolean') return (left ?? false) === (right ?? false);
  return textOf(left) === textOf(right);
}

const isNumeric = (value: Json | undefined): boolean =>
  typeof value === 'number' ||
  (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)));

const numberOf = (value: Json | undefined): number => (isNumeric(value) ? Number(value) : 0);

const truth = (value: Json | undefined): boolean => value === true || value === 'true';

export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
