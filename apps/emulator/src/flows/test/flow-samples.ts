import type { FlowAction, FlowComponent, FlowJson } from '../runtime/flow.ts';
import type { JsonObject } from '../../world/json.ts';
import { validateFlowJson } from '../flow-json/validate.ts';

/** An If; built from its parts, since an object with `then` written into it looks like a promise. */
export function branching(
  condition: string,
  then: FlowComponent[],
  otherwise?: FlowComponent[],
): FlowComponent {
  const branches = [['then', then] as const, ...(otherwise ? [['else', otherwise] as const] : [])];
  return { type: 'If', condition, ...Object.fromEntries(branches) };
}

/** Flows for tests, small and right. */
export const staticFlow: FlowJson = {
  version: '7.3',
  screens: [
    {
      id: 'WELCOME',
      title: 'Book a visit',
      data: { clinic: { type: 'string', __example__: 'Indiranagar' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextHeading', text: '${data.clinic}' },
          { type: 'TextInput', name: 'name', label: 'Your name', required: true },
          { type: 'TextInput', name: 'age', label: 'Age', 'input-type': 'number' },
          branching('${form.age} >= 60', [
            { type: 'OptIn', name: 'wheelchair', label: 'I need a wheelchair' },
          ]),
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': {
              name: 'navigate',
              next: { type: 'screen', name: 'DAY' },
              payload: { name: '${form.name}' },
            },
          },
        ],
      },
    },
    {
      id: 'DAY',
      title: "`'For ' ${data.name}`",
      terminal: true,
      success: true,
      sensitive: ['note'],
      data: { name: { type: 'string', __example__: 'Asha' } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'DatePicker',
            name: 'day',
            label: 'Day',
            required: true,
            'min-date': '2026-10-05',
            'unavailable-dates': ['2026-10-11'],
          },
          { type: 'TextArea', name: 'note', label: 'Note' },
          {
            type: 'Footer',
            label: 'Confirm',
            'on-click-action': {
              name: 'complete',
              payload: {
                day: '${form.day}',
                note: '${form.note}',
                name: '${data.name}',
                age: '${screen.WELCOME.form.age}',
              },
            },
          },
        ],
      },
    },
  ],
};

const options = {
  type: 'array',
  items: { type: 'object', properties: { id: { type: 'string' }, title: { type: 'string' } } },
};

export const endpointFlow: FlowJson = {
  version: '7.3',
  data_api_version: '4.0',
  routing_model: { SERVICE: ['SLOT'], SLOT: ['CONFIRM'], CONFIRM: [] },
  screens: [
    {
      id: 'SERVICE',
      title: 'Service',
      data: { services: { ...options, __example__: [{ id: 'cut', title: 'Haircut' }] } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'Dropdown',
            name: 'service',
            label: 'Service',
            'data-source': '${data.services}',
            required: true,
          },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': { name: 'data_exchange', payload: { service: '${form.service}' } },
          },
        ],
      },
    },
    {
      id: 'SLOT',
      title: 'Time',
      refresh_on_back: true,
      data: { slots: { ...options, __example__: [{ id: 't1', title: '10:00' }] } },
      layout: {
        type: 'SingleColumnLayout',
        children: [
          {
            type: 'RadioButtonsGroup',
            name: 'slot',
            label: 'Time',
            'data-source': '${data.slots}',
            required: true,
          },
          { type: 'PhotoPicker', name: 'photo', label: 'A photo', 'max-uploaded-photos': 1 },
          {
            type: 'Footer',
            label: 'Next',
            'on-click-action': {
              name: 'data_exchange',
              payload: { slot: '${form.slot}', photo: '${form.photo}' },
            },
          },
        ],
      },
    },
    {
      id: 'CONFIRM',
      title: 'Confirm',
      terminal: true,
      data: {},
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'TextBody', text: 'See you soon.' },
          { type: 'Footer', label: 'Done', 'on-click-action': { name: 'data_exchange', payload: {} } },
        ],
      },
    },
  ],
};

/** Changes by their places, such as `screens.0.title`; undefined takes away. */
export type Edits = Record<string, unknown>;

export function edited(flow: FlowJson, edits: Edits): FlowJson {
  const copy = structuredClone(flow);
  for (const [path, value] of Object.entries(edits)) edit(copy, path.split('.'), value);
  return copy;
}

function edit(flow: FlowJson, path: string[], value: unknown): void {
  let holder: unknown = flow;
  for (const key of path.slice(0, -1)) holder = Reflect.get(holder as object, key);
  const last = path.at(-1) ?? '';
  if (value !== undefined) Reflect.set(holder as object, last, value);
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else Reflect.deleteProperty(holder as object, last);
}

/** What is said of a Flow with these edits. */
export const faultsOf = (flow: FlowJson, edits: Edits): { error: string; message: string }[] =>
  validateFlowJson(JSON.stringify(edited(flow, edits))).map(({ error, message }) => ({ error, message }));

/** The place of a component on a screen, and further into it. */
export const at = (screen: number, component: number, ...further: string[]): string =>
  ['screens', screen, 'layout', 'children', component, ...further].join('.');

export const footer = (action: FlowAction = { name: 'complete', payload: {} }): FlowComponent => ({
  type: 'Footer',
  label: 'Go on',
  'on-click-action': action,
});

export const navigateTo = (name: string, payload: JsonObject = {}): FlowAction => ({
  name: 'navigate',
  next: { type: 'screen', name },
  payload,
});
