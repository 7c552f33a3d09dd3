import type { Json, JsonObject } from '../../world/json.ts';
import type { FlowComponent, FlowJson, FlowScreen } from './flow.ts';
import { everyComponent, inputTypes } from './flow.ts';
import { resolveValue, type Scope } from './resolve.ts';

/** What the phone asks the business' endpoint. */
export interface EndpointRequest {
  action: 'INIT' | 'BACK' | 'data_exchange';
  screen?: string;
  data: JsonObject;
}

/** What came of a request, after decryption. */
export type EndpointAnswer =
  | { kind: 'answered'; body: Json }
  /** HTTP 427: the token is no longer valid; the Flow closes and its button is disabled. */
  | { kind: 'expired'; text?: string }
  | { kind: 'failed' };

/** The phone tells the endpoint that its answer was of no use. */
export interface ErrorNotice {
  action: EndpointRequest['action'];
  screen?: string;
  error: 'invalid-screen-transition' | 'payload-schema-error';
  error_message: string;
}

type Ending =
  /** `response` becomes `nfm_reply.response_json`. */
  | { kind: 'completed'; response: JsonObject; success: boolean }
  | { kind: 'expired'; text?: string }
  | { kind: 'broken' }
  | { kind: 'left' };

export interface ScreenValues {
  data: JsonObject;
  form: JsonObject;
}

/** A Flow that is open on a phone. Plain data, replaced at every step. */
export interface FlowState {
  flow: FlowJson;
  token: string;
  /** The screens on the way here; the last is shown. Empty while the endpoint is asked for the first. */
  stack: string[];
  screens: Record<string, ScreenValues>;
  /** The request whose answer is awaited; meanwhile nothing can be done. */
  waiting?: EndpointRequest;
  snackbar?: string;
  /** What is wrong with fields, by their names, once the person tried to go on. */
  problems: Record<string, string>;
  ending?: Ending;
}

export const screenOf = ({ flow, stack }: FlowState): FlowScreen | undefined =>
  screenById(flow, stack.at(-1));

export const screenById = (flow: FlowJson, id: string | undefined): FlowScreen | undefined =>
  flow.screens.find((screen) => screen.id === id);

export const valuesOf = ({ screens }: FlowState, id: string): ScreenValues =>
  (Object.hasOwn(screens, id) ? screens[id] : undefined) ?? { data: {}, form: {} };

export function scopeOf(state: FlowState): Scope {
  const { data, form } = valuesOf(state, state.stack.at(-1) ?? '');
  return { data, form, screens: state.screens };
}

/** Shows a screen with its data. What the person entered on it before is still there. */
export function showScreen(
  state: FlowState,
  screen: FlowScreen,
  data: JsonObject,
  stack: string[],
): FlowState {
  const form = valuesOf(state, screen.id).form;
  const shown: FlowState = {
    ...state,
    stack,
    screens: { ...state.screens, [screen.id]: { data, form } },
    problems: {},
    snackbar: undefined,
  };
  return withInitialValues(shown, screen);
}

function withInitialValues(state: FlowState, screen: FlowScreen): FlowState {
  const scope = scopeOf(state);
  const form = { ...scope.form };
  for (const { component, initial } of inputsWithInitials(screen, scope)) {
    const name = component.name ?? '';
    if (!isBlank(form[name])) continue;
    form[name] = initial ?? emptyValueOf(component);
  }
  return { ...state, screens: { ...state.screens, [screen.id]: { data: scope.data, form } } };
}

function* inputsWithInitials(screen: FlowScreen, scope: Scope) {
  for (const top of screen.layout.children) {
    const ofForm =
      top.type === 'Form' ? resolveValue(top['init-values'] as Json | undefined, scope) : undefined;
    for (const component of everyComponent([top])) {
      if (!inputTypes.has(component.type)) continue;
      const own = resolveValue(component['init-value'] as Json | undefined, scope);
      yield { component, initial: own ?? (ofForm as JsonObject | undefined)?.[component.name ?? ''] };
    }
  }
}

const isBlank = (value: Json | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

const listTypes = new Set(['CheckboxGroup', 'ChipsSelector', 'PhotoPicker', 'DocumentPicker']);

function emptyValueOf(component: FlowComponent): Json {
  if (listTypes.has(component.type)) return [];
  if (component.type === 'OptIn') return false;
  if (component.type === 'CalendarPicker' && component['mode'] === 'range') return {};
  return '';
}
