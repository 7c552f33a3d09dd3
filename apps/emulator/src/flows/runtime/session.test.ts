import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../world/json.ts';
import { at, edited, endpointFlow, staticFlow } from '../test/flow-samples.ts';
import type { DataSchema, FlowJson } from './flow.ts';
import { entryScreens, fillIn, goBack, openFlow, receive, tap, type Step } from './session.ts';
import type { FlowState } from './state.ts';
import { showFlow, type ShownComponent } from './view.ts';

const token = 'b3f1c6f2';
const open = (flow: FlowJson, data: Record<string, Json> = { clinic: 'Indiranagar' }): FlowState =>
  openFlow({ flow, token, start: { action: 'navigate', data } }).state;

const partOf = (state: FlowState, name: string): ShownComponent | undefined =>
  showFlow(state)?.components.find((component) => component.name === name);

const exampleOf = ({ __example__: example = null }: Partial<DataSchema> = {}): Json => example;

const goOn = (state: FlowState): Step => tap(state, showFlow(state)?.footer?.path ?? '');

function fill(state: FlowState, values: Record<string, Json>): FlowState {
  let filled = state;
  for (const [name, value] of Object.entries(values)) filled = fillIn(filled, name, value).state;
  return filled;
}

describe('a Flow without an endpoint', () => {
  it('opens on its entry screen with the data of the message', () => {
    expect(entryScreens(staticFlow)).toEqual(['WELCOME']);
    const shown = showFlow(open(staticFlow));
    expect(shown).toMatchObject({ id: 'WELCOME', title: 'Book a visit', canGoBack: false, isWaiting: false });
    expect(shown?.components[0]?.properties.text).toBe('Indiranagar');
    expect(shown?.footer?.properties.label).toBe('Next');
  });

  it('does not open on a screen that is not there', () => {
    const start = { action: 'navigate', screen: 'NOWHERE' } as const;
    expect(openFlow({ flow: staticFlow, token, start }).state.ending).toEqual({ kind: 'broken' });
  });

  it('shows a branch when its condition comes true', () => {
    expect(partOf(fill(open(staticFlow), { age: '59' }), 'wheelchair')).toBeUndefined();
    expect(partOf(fill(open(staticFlow), { age: '60' }), 'wheelchair')?.value).toBe(false);
  });

  it('tells in plain words what is missing, and no more once it is there', () => {
    const { state } = goOn(open(staticFlow));
    expect(showFlow(state)?.id).toBe('WELCOME');
    expect(partOf(state, 'name')?.problem).toBe('Please fill in this field.');
    expect(partOf(fill(state, { name: 'आशा' }), 'name')?.problem).toBeUndefined();
  });

  it('goes on with its payload, back with what was entered, and ends with the response', () => {
    const second = goOn(fill(open(staticFlow), { name: 'आशा', age: '31' })).state;
    expect(showFlow(second)).toMatchObject({ id: 'DAY', title: 'For आशा', canGoBack: true });
    const first = goBack(second).state;
    expect(partOf(first, 'name')?.value).toBe('आशा');
    const done = goOn(fill(goOn(first).state, { day: '2026-10-20' })).state;
    expect(done.ending).toEqual({
      kind: 'completed',
      success: true,
      response: { flow_token: token, day: '2026-10-20', note: '', name: 'आशा', age: '31' },
    });
    expect(showFlow(done)).toBeUndefined();
    expect(goOn(done).state).toBe(done);
  });

  it('is left by going back from its first screen', () => {
    expect(goBack(open(staticFlow)).state.ending).toEqual({ kind: 'left' });
  });

  it('ignores a footer that is not enabled, fields that are not there, and paths that lead nowhere', () => {
    const still = open(edited(staticFlow, { [at(0, 4, 'enabled')]: "`${form.name} != ''`" }));
    expect(goOn(still).state).toBe(still);
    expect(goOn(fill(still, { name: 'Ravi' })).state.stack).toEqual(['WELCOME', 'DAY']);
    expect(fillIn(still, 'nothing', 'x').state).toBe(still);
    expect(tap(still, '99.then.x').state).toBe(still);
    expect(tap(still, 'constructor').state).toBe(still);
  });

  it('takes initial values from components and forms, and does not overwrite what was entered', () => {
    const flow = edited(staticFlow, {
      [at(0, 1, 'init-value')]: '${data.clinic}',
      'screens.1.layout.children': [
        {
          type: 'Form',
          name: 'f',
          'init-values': { note: 'None', ok: true },
          'error-messages': { note: 'Too short' },
          children: [
            { type: 'TextArea', name: 'note', label: 'Note' },
            { type: 'OptIn', name: 'ok', label: 'OK' },
            {
              type: 'Footer',
              label: 'Done',
              'on-click-action': { name: 'complete', payload: { note: '${form.note}', ok: '${form.ok}' } },
            },
          ],
        },
      ],
    });
    const second = goOn(open(flow)).state;
    expect(partOf(second, 'note')).toMatchObject({ value: 'None', problem: 'Too short' });
    expect(goOn(fill(second, { note: 'Call me' })).state.ending).toMatchObject({
      response: { note: 'Call me', ok: true },
    });
    const again = goBack(fill(second, { note: 'Call me' })).state;
    expect(partOf(again, 'name')?.value).toBe('Indiranagar');
    expect(partOf(goOn(again).state, 'note')?.value).toBe('Call me');
  });

  it('opens links outside', () => {
    const flow = edited(staticFlow, {
      [at(0, 0)]: {
        type: 'EmbeddedLink',
        text: 'Terms',
        'on-click-action': { name: 'open_url', url: 'https://example.in' },
      },
    });
    expect(tap(open(flow), '0').openUrl).toBe('https://example.in');
  });
});

const samples = new URL('../../../../../../shared/reference/flow-samples/6_0.json', import.meta.url);

describe.skipIf(!existsSync(samples))('the recorded Flow that updates its own data', () => {
  it('shows the states of a country, their pin codes, and hides them when another country is chosen', () => {
    const flow = (JSON.parse(readFileSync(samples, 'utf8')) as Record<string, FlowJson>)[
      'update_data'
    ] as FlowJson;
    const example = flow.screens[0]?.data ?? {};
    const data = Object.fromEntries(
      Object.entries(example).map(([name, schema]) => [name, exampleOf(schema)]),
    );
    const usa = fill(open(flow, data), { select_country: '1' });
    expect(partOf(usa, 'select_states')?.properties['data-source']).toMatchObject([
      { id: 'new_york' },
      { id: 'california' },
    ]);
    const california = fill(usa, { select_states: 'california' });
    expect(partOf(california, 'pincode')?.properties['data-source']).toMatchObject([
      { id: '90019' },
      { id: '93504' },
    ]);
    const canada = fill(california, { select_country: '2' });
    expect(partOf(canada, 'select_states')?.properties['data-source']).toMatchObject([
      { id: 'ontario' },
      { id: 'quebec' },
    ]);
    expect(partOf(canada, 'pincode')).toBeUndefined();
  });
});

const services = { screen: 'SERVICE', data: { services: [{ id: 'cut', title: 'Haircut' }] } };
const slots = { screen: 'SLOT', data: { slots: [{ id: 't1', title: '10:00' }] } };

const answered = (state: FlowState, body: Json): Step => receive(state, { kind: 'answered', body });
const begun = (): FlowState =>
  answered(openFlow({ flow: endpointFlow, token, start: { action: 'data_exchange' } }).state, services).state;
const atSlot = (): FlowState => answered(goOn(fill(begun(), { service: 'cut' })).state, slots).state;

describe('a Flow with an endpoint', () => {
  it('asks for its first screen and shows nothing until it comes', () => {
    const step = openFlow({ flow: endpointFlow, token, start: { action: 'data_exchange' } });
    expect(step.ask).toEqual({ action: 'INIT', data: {} });
    expect(showFlow(step.state)).toBeUndefined();
    expect(showFlow(answered(step.state, services).state)?.id).toBe('SERVICE');
    expect(receive(step.state, { kind: 'failed' }).state.ending).toEqual({ kind: 'broken' });
  });

  it('asks with the payload of the screen, waits, and follows the answer', () => {
    const step = goOn(fill(begun(), { service: 'cut' }));
    expect(step.ask).toEqual({ action: 'data_exchange', screen: 'SERVICE', data: { service: 'cut' } });
    expect(showFlow(step.state)).toMatchObject({ id: 'SERVICE', isWaiting: true });
    expect(goOn(step.state).ask).toBeUndefined();
    expect(showFlow(answered(step.state, slots).state)?.id).toBe('SLOT');
  });

  it('stays with the words of the endpoint when it says what is wrong', () => {
    const asked = goOn(fill(begun(), { service: 'cut' })).state;
    const { state, notify } = answered(asked, { screen: 'SERVICE', data: { error_message: 'आज बंद है' } });
    expect(notify).toBeUndefined();
    expect(showFlow(state)).toMatchObject({ id: 'SERVICE', snackbar: 'आज बंद है' });
    expect(partOf(state, 'service')?.value).toBe('cut');
  });

  it('shows a general error and stays when no answer comes', () => {
    const asked = goOn(fill(begun(), { service: 'cut' })).state;
    const { state } = receive(asked, { kind: 'failed' });
    expect(showFlow(state)).toMatchObject({ id: 'SERVICE', isWaiting: false });
    expect(showFlow(state)?.snackbar).toBeTruthy();
  });

  it.each<[string, Json, string]>([
    ['a screen to which no way leads', { screen: 'CONFIRM', data: {} }, 'invalid-screen-transition'],
    ['a screen that is not there', { screen: 'NOWHERE', data: {} }, 'invalid-screen-transition'],
    ['no screen', { data: {} }, 'invalid-screen-transition'],
    ['a word', 'Namaste', 'invalid-screen-transition'],
    ['data of another type', { screen: 'SLOT', data: { slots: 'none' } }, 'payload-schema-error'],
    ['data of another type inside', { screen: 'SLOT', data: { slots: [{ id: 1 }] } }, 'payload-schema-error'],
    ['an end without params', { screen: 'SUCCESS', data: {} }, 'payload-schema-error'],
  ])('tells the endpoint that it answered with %s', (_, body, error) => {
    const { state, notify } = answered(goOn(fill(begun(), { service: 'cut' })).state, body);
    expect(notify).toMatchObject({ action: 'data_exchange', screen: 'SERVICE', error });
    expect(showFlow(state)?.id).toBe('SERVICE');
  });

  it('may be answered with less than the screen declares', () => {
    const asked = goOn(fill(begun(), { service: 'cut' })).state;
    expect(answered(asked, { screen: 'SLOT', data: {} }).state.stack).toEqual(['SERVICE', 'SLOT']);
  });

  it('asks again when going back from a screen that refreshes', () => {
    const step = goBack(atSlot());
    expect(step.ask).toEqual({ action: 'BACK', screen: 'SLOT', data: {} });
    const fresh = { screen: 'SERVICE', data: { services: [{ id: 'shave', title: 'Shave' }] } };
    const { state } = answered(step.state, fresh);
    expect(state.stack).toEqual(['SERVICE']);
    expect(partOf(state, 'service')?.properties['data-source']).toEqual(fresh.data.services);
  });

  it('closes with a reason when the token is no longer valid', () => {
    const { state } = receive(goBack(atSlot()).state, { kind: 'expired', text: 'Already booked' });
    expect(state.ending).toEqual({ kind: 'expired', text: 'Already booked' });
  });

  it('ends with what the endpoint wants in the message', () => {
    const params = { flow_token: token, booking_id: 'B-1024' };
    const asked = goOn(fill(atSlot(), { slot: 't1' })).state;
    const { state } = answered(asked, {
      screen: 'SUCCESS',
      data: { extension_message_response: { params } },
    });
    expect(state.ending).toEqual({ kind: 'completed', success: true, response: params });
  });

  it('carries files to the endpoint with what it needs to decrypt them', () => {
    const encryption_metadata = {
      encrypted_hash: 'a',
      iv: 'b',
      encryption_key: 'c',
      hmac_key: 'd',
      plaintext_hash: 'e',
    };
    const cdn = { media_id: '790aba14', cdn_url: 'https://mmg.whatsapp.net/v/1', encryption_metadata };
    const photo = {
      file_name: 'IMG_1.jpg',
      mime_type: 'image/jpeg',
      size_kb: 300,
      cdn,
      media: { id: '1', sha256: 'x' },
    };
    const { ask } = goOn(fill(atSlot(), { slot: 't1', photo: [photo] }));
    expect(ask?.data).toEqual({ slot: 't1', photo: [{ ...cdn, file_name: 'IMG_1.jpg' }] });
    const ending = edited(endpointFlow, { [at(1, 2, 'on-click-action.name')]: 'complete' });
    const done = goOn({ ...fill(atSlot(), { slot: 't1', photo: [photo] }), flow: ending }).state;
    expect(done.ending).toMatchObject({
      response: { photo: [{ file_name: 'IMG_1.jpg', mime_type: 'image/jpeg', sha256: 'x', id: '1' }] },
    });
  });
});

const listFlow = new URL('../../../../../../shared/reference/flow-samples/6_2.json', import.meta.url);

describe.skipIf(!existsSync(listFlow))('the recorded navigation list', () => {
  it('asks with the payload of the item that is tapped', () => {
    const flow = (JSON.parse(readFileSync(listFlow, 'utf8')) as Record<string, FlowJson>)[
      'navigation_list_dynamic'
    ] as FlowJson;
    const state = open(flow, { insurances: exampleOf(flow.screens[0]?.data?.insurances) });
    expect(tap(state, '0', 'health').ask).toEqual({
      action: 'data_exchange',
      screen: 'FIRST_SCREEN',
      data: { selection: 'health' },
    });
    expect(tap(state, '0', 'nothing').ask).toBeUndefined();
  });
});
