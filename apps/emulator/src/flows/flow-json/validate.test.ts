import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, edited, endpointFlow, faultsOf, staticFlow, type Edits } from '../test/flow-samples.ts';
import { validateFlowJson } from './validate.ts';

const samples = new URL('../../../../../../shared/reference/flow-samples/', import.meta.url);

describe.skipIf(!existsSync(samples))('the recorded Flow JSONs', () => {
  const files = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.json')) : [];

  it.each(files)('of %s are found without fault', (file) => {
    const flows = JSON.parse(readFileSync(new URL(file, samples), 'utf8')) as Record<string, unknown>;
    for (const flow of Object.values(flows)) expect(validateFlowJson(JSON.stringify(flow))).toEqual([]);
  });
});

describe('a Flow JSON', () => {
  it('that is right has no errors', () => {
    expect(faultsOf(staticFlow, {})).toEqual([]);
    expect(faultsOf(endpointFlow, {})).toEqual([]);
  });

  it('tells where its errors are, in lines and columns from 1, the last column included', () => {
    const text = JSON.stringify(edited(staticFlow, { [at(0, 0, 'type')]: 'newComponent' }), null, 2);
    const range = { line_start: 17, line_end: 17, column_start: 21, column_end: 34 };
    expect(validateFlowJson(text)).toEqual([
      {
        error: 'INVALID_PROPERTY_VALUE',
        error_type: 'FLOW_JSON_ERROR',
        message: "Invalid value found for property 'type'.",
        ...range,
        pointers: [{ ...range, path: 'screens[0].layout.children[0].type' }],
      },
    ]);
  });

  it('that is no JSON is told where reading stopped', () => {
    expect(validateFlowJson('{\n  "version": "7.3",,\n}')).toMatchObject([
      { error: 'INVALID_FLOW_JSON', message: 'Flow JSON is not valid.', line_start: 2, column_start: 20 },
    ]);
    for (const text of ['', '[]', 'null', '"7.3"']) {
      expect(validateFlowJson(text)).toMatchObject([{ error: 'INVALID_FLOW_JSON' }]);
    }
  });

  it.each<[string, Edits, string]>([
    ['unknown', { version: '2024.0' }, 'INVALID_FLOW_JSON_VERSION'],
    ['a number', { version: 7.3 }, 'INVALID_FLOW_JSON_VERSION'],
    ['missing', { version: undefined }, 'MISSING_FLOW_JSON_VERSION'],
    ['expired', { version: '1.0' }, 'UNSUPPORTED_FLOW_JSON_VERSION'],
  ])('whose version is %s is told so and nothing else', (_, edits, error) => {
    expect(faultsOf(staticFlow, edits).map((fault) => fault.error)).toEqual([error]);
  });

  it('is judged for sense only when everything has its shape', () => {
    const both = { [at(0, 0, 'colour')]: 'red', [at(0, 0, 'text')]: '${data.nothing}' };
    expect(faultsOf(staticFlow, both).map(({ error }) => error)).toEqual(['INVALID_PROPERTY_KEY']);
  });

  it('never breaks the validator, whatever is put in place of a part of it', () => {
    const places = fc.constantFrom(
      ...[staticFlow, endpointFlow].flatMap((flow) => pathsOf(flow).map((path) => ({ flow, path }))),
    );
    const values = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('${data.x}', '`${form.x} +`', '${screen.A.form}', "`'x'`"),
    );
    fc.assert(
      fc.property(places, values, ({ flow, path }, value) => {
        const text = JSON.stringify(edited(flow, { [path]: value }));
        for (const error of validateFlowJson(text)) expect(error.line_start).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('made of thousands of mistakes gets a list that ends', () => {
    const screens = Array.from({ length: 20_000 }, () => ({ nonsense: 1 }));
    expect(faultsOf(staticFlow, { screens })).toHaveLength(500);
  });
});

function pathsOf(value: unknown, path: (string | number)[] = []): string[] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [
    ...(path.length > 0 ? [path.join('.')] : []),
    ...inner.flatMap(([key, one]) => pathsOf(one, [...path, key])),
  ];
}
