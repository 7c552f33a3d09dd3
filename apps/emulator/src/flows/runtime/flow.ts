import type { Json, JsonObject } from '../../world/json.ts';

/** A Flow as the phone reads it, after the builder found nothing wrong with it. */
export interface FlowJson {
  version: string;
  data_api_version?: string;
  data_channel_uri?: string;
  routing_model?: Record<string, string[]>;
  screens: FlowScreen[];
}

export interface FlowScreen {
  id: string;
  title?: string;
  terminal?: boolean;
  success?: boolean;
  refresh_on_back?: boolean;
  sensitive?: string[];
  data?: Record<string, DataSchema>;
  layout: { type: string; children: FlowComponent[] };
}

/** JSON Schema as far as screens use it. */
export interface DataSchema {
  type: string;
  items?: DataSchema | boolean;
  properties?: Record<string, DataSchema>;
  __example__?: Json;
}

export interface FlowComponent {
  type: string;
  name?: string;
  children?: FlowComponent[];
  then?: FlowComponent[];
  else?: FlowComponent[];
  cases?: Record<string, FlowComponent[]>;
  'on-click-action'?: FlowAction;
  'on-select-action'?: FlowAction;
  'on-unselect-action'?: FlowAction;
  [property: string]: unknown;
}

export interface FlowAction {
  name: 'navigate' | 'complete' | 'data_exchange' | 'update_data' | 'open_url';
  next?: { type: string; name: string };
  payload?: JsonObject;
  url?: string;
}

/** What a person fills in. */
export const inputTypes = new Set([
  'TextInput',
  'TextArea',
  'CheckboxGroup',
  'RadioButtonsGroup',
  'ChipsSelector',
  'Dropdown',
  'DatePicker',
  'CalendarPicker',
  'OptIn',
  'PhotoPicker',
  'DocumentPicker',
]);

export const pickerTypes = new Set(['PhotoPicker', 'DocumentPicker']);

/** All components of a list, those inside of forms and branches too, whether they are shown or not. */
export function* everyComponent(components: FlowComponent[]): Generator<FlowComponent> {
  for (const component of components) {
    yield component;
    for (const inner of innerLists(component)) yield* everyComponent(inner);
  }
}

const innerLists = ({ children, then, else: otherwise, cases }: FlowComponent): FlowComponent[][] => [
  ...(children ? [children] : []),
  ...(then ? [then] : []),
  ...(otherwise ? [otherwise] : []),
  ...Object.values(cases ?? {}),
];

export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  for (let part = 0; part < Math.max(left?.length ?? 0, right?.length ?? 0); part++) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
