import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../../world/json.ts';
import { branching, edited, endpointFlow, at, staticFlow } from '../test/flow-samples.ts';
import type { FlowJson, FlowScreen } from './flow.ts';
import { fillIn, goBack, openFlow, receive, tap } from './session.ts';
import { textOf } from './resolve.ts';
import type { FlowState } from './state.ts';
import { componentAt, showFlow, type ShownComponent } from './view.ts';
import { summaryOf } from './summary.ts';

const folder = new URL('../../../../../../shared/reference/flow-samples/', import.meta.url);

function recorded(): FlowJson[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) =>
      Object.values(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, FlowJson>),
    );
}

const flows = [staticFlow, endpointFlow, ...recorded()];

/** What the flow gives as an example is what a kind endpoint answers. */
function exampleOf({ data = {} }: FlowScreen): JsonObject {
  return Object.fromEntries(Object.entries(data).map(([name, { __example__: example }]) => [name, example]));
}

type Deed =
  | { kind: 'fill'; which: number; value: Json }
  | { kind: 'choose'; which: number; option: number }
  | { kind: 'tap'; which: number; option: number }
  | { kind: 'back' }
  | { kind: 'answer'; which: number; body: Json };

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('fill' as const),
      which: fc.nat(20),
      value: fc.oneof(fc.string(), fc.boolean(), fc.constantFrom('2026-10-20', '42', 'asha@example.in')),
    }),
    fc.record({ kind: fc.constant('choose' as const), which: fc.nat(20), option: fc.nat(5) }),
    fc.record({ kind: fc.constant('tap' as const), which: fc.nat(20), option: fc.nat(5) }),
    fc.constant({ kind: 'back' as const }),
    fc.record({
      kind: fc.constant('answer' as const),
      which: fc.nat(20),
      body: fc.jsonValue(),
    }),
  ),
  { maxLength: 40 },
);

const partsOf = (state: FlowState): ShownComponent[] => {
  const shown = showFlow(state);
  return shown ? [...shown.components, ...(shown.footer ? [shown.footer] : [])] : [];
};

const pickFrom = <T>(list: T[], which: number): T | undefined => list[which % Math.max(1, list.length)];

function act(state: FlowState, deed: Deed): FlowState {
  const part = 'which' in deed ? pickFrom(partsOf(state), deed.which) : undefined;
  if (deed.kind === 'back') return goBack(state).state;
  if (deed.kind === 'answer') {
    const screen = pickFrom(state.flow.screens, deed.which);
    const kind = screen && deed.which % 2 === 0 ? { screen: screen.id, data: exampleOf(screen) } : deed.body;
    return receive(state, { kind: 'answered', body: kind }).state;
  }
  if (deed.kind === 'fill')
    return part?.name === undefined ? state : fillIn(state, part.name, deed.value).state;
  const options = (part?.properties['data-source'] ?? part?.properties['list-items'] ?? []) as {
    id?: string;
  }[];
  const id = Array.isArray(options) ? pickFrom(options, deed.option)?.id : undefined;
  if (deed.kind === 'choose') {
    const value = part?.type === 'CheckboxGroup' ? [id ?? ''] : (id ?? '');
    return part?.name === undefined ? state : fillIn(state, part.name, value).state;
  }
  return tap(state, part?.path ?? 'nowhere', id).state;
}

describe('whatever a person does in a Flow', () => {
  it('it is always on one of its screens, waiting or ended, and can be shown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...flows), fc.boolean(), deeds, (flow, asks, done) => {
        const first = flow.screens[0] as FlowScreen;
        const start = asks
          ? { action: 'data_exchange' as const }
          : { action: 'navigate' as const, screen: first.id, data: exampleOf(first) };
        let { state } = openFlow({ flow, token: 't', start });
        for (const deed of done) {
          const before = JSON.stringify(state);
          const next = act(state, deed);
          expect(JSON.stringify(state)).toBe(before);
          expect(flow.screens.map(({ id }) => id)).toEqual(expect.arrayContaining(next.stack));
          expect(new Set(next.stack).size <= next.stack.length).toBe(true);
          if (state.ending) expect(next).toBe(state);
          for (const part of partsOf(next)) {
            const screen = flow.screens.find(({ id }) => id === next.stack.at(-1));
            expect(componentAt(screen?.layout.children ?? [], part.path)?.type).toBe(part.type);
          }
          expect(Array.isArray(summaryOf(next))).toBe(true);
          state = next;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('nobody gets past a screen with a required field that is empty', () => {
    fc.assert(
      fc.property(deeds, (done) => {
        let { state } = openFlow({ flow: staticFlow, token: 't', start: { action: 'navigate' } });
        for (const deed of done) state = act(state, deed);
        if (state.stack.includes('DAY'))
          expect(textOf(state.screens['WELCOME']?.form['name']).trim()).not.toBe('');
        if (state.ending?.kind === 'completed')
          expect(state.ending.response['day']).toMatch(/^\d{4}-\d\d-\d\d$/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('branches on a phone', () => {
  const line = (text: string) => ({ type: 'TextBody', text });
  const openWith = (flow: FlowJson): FlowState =>
    openFlow({ flow, token: 't', start: { action: 'navigate' } }).state;
  const textsOf = (state: FlowState): unknown[] =>
    partsOf(state)
      .filter(({ type }) => type === 'TextBody')
      .map(({ properties }) => properties['text']);

  it('show the case that equals the value, and none when there is none', () => {
    const cases = { Asha: [line('Namaste Asha')], 'a.b/c': [line('Odd')] };
    const state = openWith(
      edited(staticFlow, { [at(0, 3)]: { type: 'Switch', value: '${form.name}', cases } }),
    );
    expect(textsOf(state)).toEqual([]);
    expect(textsOf(fillIn(state, 'name', 'Asha').state)).toEqual(['Namaste Asha']);
    const odd = fillIn(state, 'name', 'a.b/c').state;
    expect(textsOf(odd)).toEqual(['Odd']);
    const path = partsOf(odd).find(({ type }) => type === 'TextBody')?.path ?? '';
    expect(componentAt(odd.flow.screens[0]?.layout.children ?? [], path)?.['text']).toBe('Odd');
    expect(textsOf(fillIn(state, 'name', 'constructor').state)).toEqual([]);
  });

  it('follow conditions within conditions, and hide what is not visible', () => {
    const inner = branching("${form.name} == 'Asha'", [line('Asha, over 18')], [line('Somebody over 18')]);
    const hidden = { ...line('Hidden'), visible: "`${form.name} != 'Asha'`" };
    const state = openWith(
      edited(staticFlow, {
        [at(0, 0)]: hidden,
        [at(0, 3)]: branching('${form.age} > 18', [inner], [line('Young')]),
      }),
    );
    expect(textsOf(state)).toEqual(['Hidden', 'Young']);
    const grown = fillIn(state, 'age', '19').state;
    expect(textsOf(grown)).toEqual(['Hidden', 'Somebody over 18']);
    expect(textsOf(fillIn(grown, 'name', 'Asha').state)).toEqual(['Asha, over 18']);
  });
});
