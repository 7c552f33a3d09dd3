/**
 * The expressions of Flow JSON: conditions of If, values of Switch, and texts in back-quotes.
 * The rules and the words of refusals follow Meta, "Flow JSON" (nested expressions) and "Error codes" (If component).
 */
export type Operator = '||' | '&&' | '==' | '!=' | '<' | '<=' | '>' | '>=' | '+' | '-' | '/' | '%';

export type Expression =
  | { kind: 'literal'; value: string | number | boolean; column: number }
  | { kind: 'reference'; path: string; column: number }
  | { kind: 'operation'; operator: Operator; left: Expression; right: Expression; column: number }
  | { kind: 'not'; operand: Expression; column: number }
  | { kind: 'joined'; parts: Expression[]; column: number };

export class ExpressionError extends Error {}

const strength: Record<Operator, number> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '+': 6,
  '-': 6,
  '/': 7,
  '%': 7,
};

/** Texts stand side by side to be joined; that binds closer than a comparison and looser than a sum. */
const joiningStrength = 5;

const deepest = 100;

type Token =
  | { kind: 'value'; expression: Expression; shown: string }
  | { kind: 'operator'; operator: Operator; column: number }
  | { kind: 'not'; column: number }
  | { kind: 'open'; column: number }
  | { kind: 'close'; column: number };

interface Reader {
  tokens: Token[];
  at: number;
  /** Whether values may stand side by side. */
  joins: boolean;
  depth: number;
}

/** Reads an expression; `joins` where texts may be joined, that is in back-quotes. */
export function parseExpression(text: string, { joins = true }: { joins?: boolean } = {}): Expression {
  const reader: Reader = { tokens: tokenize(text), at: 0, joins, depth: 0 };
  if (reader.tokens.length === 0)
    throw new ExpressionError('Expected an expression to contain at least one operand.');
  const expression = readOperation(reader, 0);
  const next = reader.tokens[reader.at];
  if (next?.kind === 'close') {
    throw new ExpressionError(
      `Missing opening parenthesis for the closing parenthesis at column ${next.column}.`,
    );
  }
  return expression;
}

function readOperation(reader: Reader, atLeast: number): Expression {
  let left = readOperand(reader);
  for (;;) {
    const next = reader.tokens[reader.at];
    if (!next || next.kind === 'close') return left;
    if (next.kind === 'operator') {
      if (strength[next.operator] <= atLeast) return left;
      reader.at += 1;
      const right = readOperation(reader, strength[next.operator]);
      left = { kind: 'operation', operator: next.operator, left, right, column: next.column };
      continue;
    }
    if (!reader.joins) refuseNeighbour(reader, next);
    if (joiningStrength <= atLeast) return left;
    left = joined(left, readOperation(reader, joiningStrength));
  }
}

const joined = (left: Expression, right: Expression): Expression => ({
  kind: 'joined',
  parts: left.kind === 'joined' ? [...left.parts, right] : [left, right],
  column: left.column,
});

function readOperand(reader: Reader): Expression {
  const token = reader.tokens[reader.at];
  if (!token) return refuseEnd(reader);
  reader.at += 1;
  if (token.kind === 'value') return token.expression;
  const { column } = token;
  if (token.kind === 'not') return { kind: 'not', operand: deeper(reader, readOperand), column };
  if (token.kind === 'open') return deeper(reader, () => readParentheses(reader, column));
  if (token.kind === 'close') {
    throw new ExpressionError(`Missing opening parenthesis for the closing parenthesis at column ${column}.`);
  }
  throw new ExpressionError(`Wrong positioning of operator '${token.operator}' at column ${column}.`);
}

function readParentheses(reader: Reader, column: number): Expression {
  if (reader.tokens[reader.at]?.kind === 'close') {
    throw new ExpressionError(`Found invalid empty parentheses at column ${column}.`);
  }
  const inside = readOperation(reader, 0);
  if (reader.tokens[reader.at]?.kind !== 'close') throw new ExpressionError('Missing closing parenthesis.');
  reader.at += 1;
  return inside;
}

/** Nobody nests that deep by hand, and a stranger's text must not exhaust the stack. */
function deeper(reader: Reader, read: (reader: Reader) => Expression): Expression {
  if (++reader.depth > deepest) throw new ExpressionError('The expression is nested too deep.');
  const expression = read(reader);
  reader.depth -= 1;
  return expression;
}

function refuseEnd({ tokens }: Reader): never {
  const last = tokens.at(-1);
  if (last?.kind === 'operator')
    throw new ExpressionError(`Missing operand after last operator '${last.operator}'.`);
  if (last?.kind === 'not') throw new ExpressionError(`Missing operand after last operator '!'.`);
  throw new ExpressionError('Missing closing parenthesis.');
}

function refuseNeighbour({ tokens, at }: Reader, next: Token): never {
  const before = tokens[at - 1];
  throw new ExpressionError(`Missing operator between '${shownOf(before)}' and '${shownOf(next)}'.`);
}

const shownOf = (token: Token | undefined): string =>
  token?.kind === 'value' ? token.shown : token?.kind === 'close' ? ')' : token?.kind === 'not' ? '!' : '(';

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = /^\s+/.exec(text.slice(at, at + 100))?.[0].length;
    if (space) {
      at += space;
      continue;
    }
    const { token, length } = readToken(text, at, tokens.at(-1));
    tokens.push(token);
    at += length;
  }
  return tokens;
}

function readToken(text: string, at: number, before: Token | undefined): { token: Token; length: number } {
  const column = at + 1;
  const character = text.charAt(at);
  if (character === '(') return { token: { kind: 'open', column }, length: 1 };
  if (character === ')') return { token: { kind: 'close', column }, length: 1 };
  if (character === "'") return readText(text, at);
  if (text.startsWith('${', at)) return readReference(text, at);
  const number = numberAt(text, at, before);
  if (number) return valueToken({ kind: 'literal', value: Number(number), column }, number);
  return readWordOrOperator(text, at);
}

function numberAt(text: string, at: number, before: Token | undefined): string | undefined {
  const next = text.slice(at, at + 50);
  // A minus is a sign where no value came before.
  if (before?.kind === 'value' || before?.kind === 'close') return /^\d+(\.\d+)?/.exec(next)?.[0];
  const number = /^-?\d+(\.\d+)?/.exec(next)?.[0];
  if (number === undefined && next.startsWith('-')) {
    throw new ExpressionError('A numerical value is expected to follow the negative sign.');
  }
  return number;
}

function readText(text: string, at: number): { token: Token; length: number } {
  let value = '';
  for (let index = at + 1; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "'") {
      const shown = text.slice(at, index + 1);
      return valueToken({ kind: 'literal', value, column: at + 1 }, shown);
    }
    const escaped = /^\\+(?=['`])/.exec(text.slice(index, index + 4))?.[0].length ?? 0;
    index += escaped;
    value += text.charAt(index);
  }
  throw new ExpressionError('Missing closing quote for string.');
}

function readReference(text: string, at: number): { token: Token; length: number } {
  const end = text.indexOf('}', at);
  const path = text.slice(at + 2, end === -1 ? at + 60 : end).trim();
  if (end === -1 || !/^(form|data|screen)\.\S/.test(path)) {
    throw new ExpressionError(
      `Invalid operand format '${text.slice(at, end === -1 ? at + 60 : end + 1)}' found at column ${at + 1}.`,
    );
  }
  return valueToken({ kind: 'reference', path, column: at + 1 }, text.slice(at, end + 1));
}

const operators: Operator[] = ['||', '&&', '==', '!=', '<=', '>=', '<', '>', '+', '-', '/', '%'];

function readWordOrOperator(text: string, at: number): { token: Token; length: number } {
  const column = at + 1;
  const operator = operators.find((one) => text.startsWith(one, at));
  if (operator) return { token: { kind: 'operator', operator, column }, length: operator.length };
  if (text.charAt(at) === '!') return { token: { kind: 'not', column }, length: 1 };
  const word = /^[A-Za-z_]\w*/.exec(text.slice(at, at + 60))?.[0];
  if (word === 'true' || word === 'false') {
    return valueToken({ kind: 'literal', value: word === 'true', column }, word);
  }
  if (word) throw new ExpressionError(`Invalid literal '${word}'.`);
  if (/[&|=*^~]/.test(text.charAt(at))) {
    throw new ExpressionError(`Invalid operator '${text.charAt(at)}' found at column ${column}.`);
  }
  throw new ExpressionError(`Unexpected character '${text.charAt(at)}' found at column ${column}.`);
}

const valueToken = (expression: Expression, shown: string): { token: Token; length: number } => ({
  token: { kind: 'value', expression, shown },
  length: shown.length,
});

/** Every reference of an expression. */
export function referencesOf(expression: Expression): string[] {
  if (expression.kind === 'literal') return [];
  if (expression.kind === 'reference') return [expression.path];
  if (expression.kind === 'not') return referencesOf(expression.operand);
  if (expression.kind === 'joined') return expression.parts.flatMap(referencesOf);
  return [...referencesOf(expression.left), ...referencesOf(expression.right)];
}
