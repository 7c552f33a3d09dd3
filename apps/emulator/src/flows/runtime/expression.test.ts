import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ExpressionError, parseExpression, referencesOf } from './expression.ts';
import { evaluate, resolveCondition, resolveObject, resolveValue, type Scope } from './resolve.ts';

const scope = (form: Scope['form'] = {}, data: Scope['data'] = {}): Scope => ({ form, data, screens: {} });

/** A random expression together with what it must come to. */
type Sample = { text: string; value: number | boolean };

const numbers: fc.Arbitrary<Sample> = fc.letrec<{ number: Sample }>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.integer({ min: 0, max: 99 }).map((value) => ({ text: String(value), value })),
    fc
      .tuple(tie('number'), fc.constantFrom('+', '-', '/', '%'), tie('number'))
      .map(([left, operator, right]) => ({
        text: `(${left.text} ${operator} ${right.text})`,
        value: calculate(Number(left.value), operator, Number(right.value)),
      })),
  ),
})).number;

function calculate(left: number, operator: string, right: number): number {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (right === 0) return 0;
  return operator === '/' ? left / right : left % right;
}

const truths: fc.Arbitrary<Sample> = fc.letrec<{ truth: Sample }>((tie) => ({
  truth: fc.oneof(
    { depthSize: 'small' },
    fc.boolean().map((value) => ({ text: String(value), value })),
    fc.tuple(numbers, fc.constantFrom('<', '<=', '>', '>='), numbers).map(([left, operator, right]) => ({
      text: `${left.text} ${operator} ${right.text}`,
      value: compare(Number(left.value), operator, Number(right.value)),
    })),
    fc
      .tuple(tie('truth'), tie('truth'))
      .map(([a, b]) => ({ text: `(${a.text}) && (${b.text})`, value: a.value && b.value })),
    fc
      .tuple(tie('truth'), tie('truth'))
      .map(([a, b]) => ({ text: `(${a.text}) || (${b.text})`, value: a.value || b.value })),
    tie('truth').map(({ text, value }) => ({ text: `!(${text})`, value: !value })),
  ),
})).truth;

const compare = (left: number, operator: string, right: number): boolean =>
  operator === '<'
    ? left < right
    : operator === '<='
      ? left <= right
      : operator === '>'
        ? left > right
        : left >= right;

describe('an expression', () => {
  it('comes to what arithmetic says, with zero for a division by zero', () => {
    fc.assert(
      fc.property(numbers, ({ text, value }) => {
        expect(evaluate(parseExpression(text), scope())).toBeCloseTo(Number(value));
      }),
    );
  });

  it('comes to what logic says', () => {
    fc.assert(
      fc.property(truths, ({ text, value }) => {
        expect(evaluate(parseExpression(text), scope())).toBe(value);
      }),
    );
  });

  it('is read or refused, whatever the text, and never breaks', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      "'",
      '${form.x}',
      '${',
      '&&',
      '||',
      '-',
      '1',
      'true',
      ' ',
      '!',
      '==',
      '\\',
      '`',
      'é',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        try {
          evaluate(parseExpression(parts.join('')), scope());
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionError);
        }
      }),
    );
    expect(() => parseExpression('('.repeat(100_000))).toThrow(ExpressionError);
    expect(() => parseExpression('!'.repeat(100_000))).toThrow(ExpressionError);
  });

  it('binds products closer than sums, sums closer than joined texts, these closer than comparisons, and "and" closer than "or"', () => {
    expect(evaluate(parseExpression('2 + 6 / 3'), scope())).toBe(4);
    expect(
      resolveValue("`'Each: ' ${data.total} / ${form.people}`", scope({ people: '4' }, { total: 100 })),
    ).toBe('Each: 25');
    expect(resolveValue("`'a' 'b' == 'ab'`", scope())).toBe(true);
    expect(evaluate(parseExpression('true || false && false'), scope())).toBe(true);
  });

  it('takes what was typed into a field as a number beside a number', () => {
    expect(resolveCondition('${form.age} >= 18', scope({ age: '21' }))).toBe(true);
    expect(resolveCondition('${form.age} == 21', scope({ age: '21' }))).toBe(true);
    expect(resolveCondition("${form.age} == '21'", scope({ age: '21' }))).toBe(true);
    expect(resolveCondition("${form.age} != ''", scope({}))).toBe(false);
    expect(resolveCondition('${form.ok} == true', scope({}))).toBe(false);
  });

  it('joins texts that stand side by side and knows an escaped back-quote', () => {
    const text = "`${form.name} ' is ' ${form.age} ' years old.'`";
    expect(resolveValue(text, scope({ name: 'आशा', age: '31' }))).toBe('आशा is 31 years old.');
    expect(resolveValue("`'Ana\\\\`s house'`", scope())).toBe('Ana`s house');
  });

  it.each([
    ['${data.a} == ', "Missing operand after last operator '=='."],
    ['(${data.a}', 'Missing closing parenthesis.'],
    ['${data.a})', 'Missing opening parenthesis for the closing parenthesis at column 10.'],
    ['( )', 'Found invalid empty parentheses at column 1.'],
    ["${data.a} == 'x", 'Missing closing quote for string.'],
    ['${data.a} ${data.b}', "Missing operator between '${data.a}' and '${data.b}'."],
    ['${data.a} * 2', "Invalid operator '*' found at column 11."],
    ['${data.a} == #', "Unexpected character '#' found at column 14."],
    ['${data.a} == cat', "Invalid literal 'cat'."],
    ['${data.a} == -a', 'A numerical value is expected to follow the negative sign.'],
    ['${foo.a}', "Invalid operand format '${foo.a}' found at column 1."],
  ])('says of %s: %s', (text, message) => {
    expect(() => parseExpression(text, { joins: false })).toThrow(message);
  });

  it('names its references', () => {
    expect(referencesOf(parseExpression("!(${form.a b} == 'x') && ${screen.ONE.data.c} 'y'"))).toEqual([
      'form.a b',
      'screen.ONE.data.c',
    ]);
  });
});

describe('a payload', () => {
  const values: Scope = {
    form: { city: 'Pune', 'regex input': '1993-08-04' },
    data: { price: { amount: 250 }, text: '${form.city}' },
    screens: { WELCOME: { form: { name: 'Ravi' }, data: { 'a.b': 1 } } },
  };

  it('has its references resolved at any depth, with their types', () => {
    const payload = {
      a: '${form.city}',
      b: ['${data.price.amount}', { c: '${screen.WELCOME.form.name}' }],
      d: '${screen.WELCOME.data.a.b}',
    };
    expect(resolveObject(payload, values)).toEqual({ a: 'Pune', b: [250, { c: 'Ravi' }], d: 1 });
    expect(resolveValue('${form.regex input}', values)).toBe('1993-08-04');
  });

  it('leaves alone what merely looks like a reference inside of data or of a longer text', () => {
    expect(resolveValue('${data.text}', values)).toBe('${form.city}');
    expect(resolveValue('In ${form.city}', values)).toBe('In ${form.city}');
  });

  it('has nothing where a reference leads nowhere, not even to what every object has', () => {
    expect(resolveValue('${form.constructor}', values)).toBeUndefined();
    expect(resolveValue('${screen.__proto__.data.x}', values)).toBeUndefined();
    expect(resolveValue('${data.price.amount.toString}', values)).toBeUndefined();
  });

  it('is the same before and after when it holds no references', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object);
        fc.pre(!/[$`]/.test(text));
        expect(JSON.stringify(resolveObject(JSON.parse(text), values))).toBe(text);
      }),
    );
  });
});
