import { describe, expect, it } from 'vitest';
import type { FlowComponent } from '../runtime/flow.ts';
import { at, branching, faultsOf, footer, navigateTo, staticFlow, type Edits } from '../test/flow-samples.ts';

const goOn = footer(navigateTo('DAY', { name: '${form.name}' }));
const line: FlowComponent = { type: 'TextBody', text: 'Namaste' };

const nested = (depth: number): FlowComponent =>
  branching("${form.name} == 'x'", [depth > 1 ? nested(depth - 1) : line]);

const conditionOf = (condition: string): Edits => ({ [at(0, 3)]: branching(condition, [line]) });

const oneFooter = 'Maximum number of Footer component allowed per screen is 1.';

describe('branches and footers', () => {
  it.each<[string, Edits, string, string]>([
    [
      'two footers',
      { [at(0, 5)]: goOn },
      'MAX_FOOTER_PER_SCREEN',
      'Maximum number of Footer allowed per screen is 1 but found 2.',
    ],
    [
      'footers in branches beside another',
      { [at(0, 3)]: branching('${form.age} > 1', [goOn], [goOn]) },
      'MORE_THAN_ONE_FOOTER',
      oneFooter,
    ],
    [
      'a footer in the only branch',
      { [at(0, 3)]: branching('${form.age} > 1', [goOn]), [at(0, 4)]: line },
      'MISSING_FOOTER_IN_IF_ELSE_BRANCHES',
      "Missing Footer inside one of the 'If' component branches. Branch 'else' should exist and contain one Footer.",
    ],
    [
      'a footer in one of two branches',
      { [at(0, 3)]: branching('${form.age} > 1', [line], [goOn]), [at(0, 4)]: line },
      'MISSING_FOOTER_IN_IF_ELSE_BRANCHES',
      "Footer component must be present in all branches of 'If' component if it exists in any one branch.",
    ],
    [
      'a footer in one of two cases',
      {
        [at(0, 3)]: { type: 'Switch', value: '${form.name}', cases: { a: [goOn], b: [line] } },
        [at(0, 4)]: line,
      },
      'MISSING_FOOTER_IN_SWITCH_BRANCHES',
      'Footer component must be present in all switch cases if it exists in any one case.',
    ],
    [
      'an empty branch',
      { [at(0, 3)]: branching('${form.age} > 1', []) },
      'INVALID_PROPERTY_VALUE',
      'Expected array to contain at least one component.',
    ],
    [
      'an If in the fourth level',
      { [at(0, 3)]: nested(4) },
      'INVALID_PROPERTY_VALUE',
      "Component 'If' cannot be nested more than 3 levels deep.",
    ],
    [
      'no condition',
      conditionOf(' '),
      'INVALID_PROPERTY_VALUE',
      "Expected property 'condition' to contain at least one operand.",
    ],
    [
      'a condition that never changes',
      conditionOf('573 == 376'),
      'INVALID_PROPERTY_VALUE',
      'An operator cannot not have literals on both sides. Found invalid syntax at column 5.',
    ],
    [
      'a condition that is a text',
      conditionOf('((${data.clinic}))'),
      'INVALID_PROPERTY_VALUE',
      'Expected single operand to be a boolean.',
    ],
    [
      'a condition that is always true',
      conditionOf('true'),
      'INVALID_PROPERTY_VALUE',
      'The only operand is a literal value. Expected single operand to be a boolean.',
    ],
    [
      'a condition that cannot be read',
      conditionOf('(${form.age} > 1'),
      'INVALID_PROPERTY_VALUE',
      'Missing closing parenthesis.',
    ],
    [
      'a condition of data that is not there',
      conditionOf('${data.nothing}'),
      'INVALID_SCREEN_DYNAMIC_DATA',
      "Missing dynamic data '${data.nothing}' in the data model for screen WELCOME.",
    ],
  ])('with %s are refused', (_, edits, error, message) => {
    expect(faultsOf(staticFlow, edits)).toContainEqual({ error, message });
  });

  it.each<[string, Edits]>([
    [
      'a footer in both branches',
      { [at(0, 3)]: branching('${form.age} > 1', [goOn], [goOn]), [at(0, 4)]: line },
    ],
    ['Ifs in three levels', { [at(0, 3)]: nested(3) }],
    [
      'a footer in each case',
      {
        [at(0, 3)]: { type: 'Switch', value: '${form.name}', cases: { a: [goOn], b: [goOn] } },
        [at(0, 4)]: line,
      },
    ],
    ['a condition with back-quotes', conditionOf("`(${form.age} > 18) && (${form.name} != '')`")],
    ['a negation', conditionOf("!(${form.name} == '')")],
  ])('with %s are right', (_, edits) => {
    expect(faultsOf(staticFlow, edits)).toEqual([]);
  });
});
