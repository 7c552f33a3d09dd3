import { beforeAll, describe, expect, test } from 'vitest';
import { examples, withoutExample } from './examples/all.ts';
import { loadReference, rehearse, type Rehearsal } from './rehearsal/rehearse.ts';
import { sampleKinds } from './rehearsal/sample-kinds.ts';
import { countFailures, describeRehearsal } from './report.ts';
import { referenceFolder } from './spec.ts';
import { readUnsupported } from './unsupported.ts';

const reference = loadReference();

// Said once, where a reader of the results sees it.
const suite = reference ? 'conformance' : `conformance, skipped: Meta's files are not in ${referenceFolder}`;

describe.skipIf(!reference)(suite, () => {
  let run: Rehearsal;
  beforeAll(async () => {
    if (reference) run = await rehearse(reference, fetch);
  }, 20_000);

  test('every operation that Meta describes has an example, is listed as unsupported, or cannot be called', () => {
    const called = examples.map(({ call }) => call);
    const known = new Set([
      ...called,
      ...readUnsupported().map(({ call }) => call),
      ...Object.keys(withoutExample),
    ]);
    const names = reference?.spec.operations.map(({ name }) => name) ?? [];
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(called.filter((name) => !names.includes(name))).toEqual([]);
    const uncalled = run.covered.filter(({ state }) => state === 'not called');
    expect(uncalled.map(({ operation }) => operation)).toEqual(Object.keys(withoutExample));
  });

  test('every answer is as Meta describes it, but for what is listed', () => {
    const wrong = run.outcomes.filter(({ unlisted }) => unlisted.length > 0);
    expect(wrong.map(({ example, unlisted }) => ({ call: example.call, unlisted }))).toEqual([]);
  });

  test('everything can be played, and every webhook is as Meta describes it, but for what is listed', () => {
    expect(run.stumbles).toEqual([]);
    expect(run.webhooks.unlisted).toEqual([]);
    expect(run.webhooks.fields.length).toBeGreaterThan(20);
  });

  test('every recorded body is produced in its shape', () => {
    expect(run.samples.filter(({ came, differences }) => came === 0 || differences.length > 0)).toEqual([]);
    expect(Object.keys(sampleKinds).toSorted()).toEqual([...(reference?.samples.keys() ?? [])].toSorted());
  });

  test('what is listed as unsupported is answered by the error that the list names', () => {
    expect(run.untrue).toEqual([]);
  });

  test('the report ends with what was found, and a run without findings does not fail', () => {
    expect(describeRehearsal(run)).toMatch(
      /0 deviations that are not listed; (\d+) of \1 recorded bodies produced\.\n$/,
    );
    expect(countFailures(run)).toBe(0);
    const less = { ...run, samples: run.samples.map((one) => ({ ...one, came: 0 })) };
    expect(countFailures(less)).toBe(run.samples.length);
    expect(describeRehearsal(less)).toContain('NOT PRODUCED  message/voice');
  });
});
