import { isObject, type Json, type JsonObject } from '../../world/json.ts';
import { wrongWith } from './checks.ts';
import { filesForEndpoint, filesForMessage } from './files.ts';
import {
  everyComponent,
  type FlowAction,
  type FlowComponent,
  type FlowJson,
  type FlowScreen,
} from './flow.ts';
import { resolveObject } from './resolve.ts';
import { mismatch } from './schema.ts';
import {
  scopeOf,
  screenById,
  screenOf,
  showScreen,
  valuesOf,
  type EndpointAnswer,
  type EndpointRequest,
  type ErrorNotice,
  type FlowState,
} from './state.ts';
import { componentAt, showFlow } from './view.ts';

/** A new state, and what the phone has to do besides showing it. */
export interface Step {
  state: FlowState;
  /** Ask the endpoint, and hand what comes to `receive`. */
  ask?: EndpointRequest;
  /** Tell the endpoint that its answer could not be used. */
  notify?: ErrorNotice;
  openUrl?: string;
}

/** How the message opens the Flow: `flow_action` and `flow_action_payload`. */
export type Start = { action: 'navigate'; screen?: string; data?: JsonObject } | { action: 'data_exchange' };

/** Opens a Flow as a tap on its button does. */
export function openFlow({ flow, token, start }: { flow: FlowJson; token: string; start: Start }): Step {
  const state: FlowState = { flow, token, stack: [], screens: {}, problems: {} };
  if (start.action === 'data_exchange') return ask(state, { action: 'INIT', data: {} });
  const screen = screenById(flow, start.screen ?? entryScreens(flow)[0]);
  if (!screen) return { state: { ...state, ending: { kind: 'broken' } } };
  return { state: showScreen(state, screen, start.data ?? {}, [screen.id]) };
}

/** The screens to which no way leads: where a Flow can begin. */
export function entryScreens({ routing_model: model, data_api_version: api, screens }: FlowJson): string[] {
  const targets = new Set(
    api !== undefined && model ? Object.values(model).flat() : screens.flatMap(navigationTargets),
  );
  return screens.map(({ id }) => id).filter((id) => !targets.has(id));
}

const navigationTargets = ({ layout }: FlowScreen): string[] =>
  [...everyComponent(layout.children)].flatMap((component) =>
    actionsOf(component).flatMap(({ name, next }) => (name === 'navigate' && next ? [next.name] : [])),
  );

/** All actions of a component, those of its options too. */
function actionsOf(component: FlowComponent): FlowAction[] {
  const options = [component['data-source'], component['list-items']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  return [component, ...options.filter(isObject)].flatMap((holder) =>
    ['on-click-action', 'on-select-action', 'on-unselect-action'].flatMap((key) =>
      isObject(holder[key]) ? [holder[key] as unknown as FlowAction] : [],
    ),
  );
}

/** The person enters something into a field or chooses from it. */
export function fillIn(state: FlowState, name: string, value: Json): Step {
  const screen = screenOf(state);
  const component = screen && [...everyComponent(screen.layout.children)].find((one) => one.name === name);
  if (!component || isBusy(state)) return { state };
  const { data, form } = valuesOf(state, screen.id);
  const { [name]: _, ...problems } = state.problems;
  const filled: FlowState = {
    ...state,
    screens: { ...state.screens, [screen.id]: { data, form: { ...form, [name]: value } } },
    problems,
    snackbar: undefined,
  };
  let step: Step = { state: filled };
  for (const action of selectionActions(state, component, form[name], value)) {
    if (!isBusy(step.state)) step = runAction(step.state, action);
  }
  return step;
}

const isBusy = ({ waiting, ending }: FlowState): boolean => waiting !== undefined || ending !== undefined;

/** First what was given up, then what was chosen: each option's own action, then the component's. */
function selectionActions(
  state: FlowState,
  component: FlowComponent,
  before: Json | undefined,
  now: Json,
): FlowAction[] {
  const [old, chosen] = [idsOf(before), idsOf(now)];
  const gone = old.filter((id) => !chosen.includes(id));
  const added = chosen.filter((id) => !old.includes(id));
  return [
    ...gone.flatMap((id) => optionAction(state, component, id, 'on-unselect-action')),
    ...(gone.length > 0 && added.length === 0 ? own(component, 'on-unselect-action') : []),
    ...added.flatMap((id) => optionAction(state, component, id, 'on-select-action')),
    ...(added.length > 0 ? own(component, 'on-select-action') : []),
  ];
}

const idsOf = (value: Json | undefined): string[] => {
  if (Array.isArray(value)) return value.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  if (isObject(value)) return Object.keys(value).length > 0 ? [JSON.stringify(value)] : [];
  return value === undefined || value === null || value === '' || value === false ? [] : [String(value)];
};

type ActionKey = 'on-select-action' | 'on-unselect-action';

const own = (component: FlowComponent, key: ActionKey): FlowAction[] =>
  component[key] ? [component[key]] : [];

function optionAction(state: FlowState, component: FlowComponent, id: string, key: ActionKey): FlowAction[] {
  const shown = showFlow(state)?.components.find(({ name }) => name === component.name);
  const options = shown?.properties['data-source'];
  const option: unknown = Array.isArray(options)
    ? options.find((one) => isObject(one) && one['id'] === id)
    : undefined;
  return isObject(option) && isObject(option[key]) ? [option[key] as unknown as FlowAction] : [];
}

/** The person taps a footer, a link, "Read more", or an item of a navigation list. */
export function tap(state: FlowState, path: string, item?: string): Step {
  const screen = screenOf(state);
  const component = screen && componentAt(screen.layout.children, path);
  const view = showFlow(state);
  const shown = [...(view?.components ?? []), ...(view?.footer ? [view.footer] : [])].find(
    (one) => one.path === path,
  );
  if (!component || !shown || isBusy(state) || shown.properties['enabled'] === false) return { state };
  const action =
    item === undefined
      ? component['on-click-action']
      : itemAction(shown.properties['list-items'], item, component);
  if (!action) return { state };
  const problems = component.type === 'Footer' ? problemsOf(state) : {};
  return Object.keys(problems).length > 0 ? { state: { ...state, problems } } : runAction(state, action);
}

function itemAction(items: unknown, id: string, component: FlowComponent): FlowAction | undefined {
  const item: unknown = Array.isArray(items)
    ? items.find((one) => isObject(one) && one['id'] === id)
    : undefined;
  if (!isObject(item)) return undefined;
  return isObject(item['on-click-action'])
    ? (item['on-click-action'] as unknown as FlowAction)
    : component['on-click-action'];
}

/** What stops the person from going on, by the names of the fields. */
function problemsOf(state: FlowState): Record<string, string> {
  const fields = showFlow(state)?.components.filter(
    ({ name, value }) => name !== undefined && value !== undefined,
  );
  return Object.fromEntries(
    (fields ?? []).flatMap(({ name, properties, value }) => {
      const wrong = wrongWith(properties, value);
      return wrong === undefined ? [] : [[name, wrong]];
    }),
  );
}

function runAction(state: FlowState, action: FlowAction): Step {
  const screen = screenOf(state);
  if (!screen) return { state };
  const payload = resolveObject(action.payload ?? {}, scopeOf(state));
  return actions[action.name](state, { action, screen, payload });
}

interface Run {
  action: FlowAction;
  screen: FlowScreen;
  payload: JsonObject;
}

const actions: Record<FlowAction['name'], (state: FlowState, run: Run) => Step> = {
  open_url: (state, { action: { url } }) => ({ state, ...(url !== undefined && { openUrl: url }) }),
  update_data(state, { screen, payload }) {
    const data = { ...valuesOf(state, screen.id).data, ...payload };
    return { state: showScreen(state, screen, data, state.stack) };
  },
  navigate(state, { action, payload }) {
    const next = screenById(state.flow, action.next?.name);
    return { state: next ? showScreen(state, next, payload, [...state.stack, next.id]) : state };
  },
  data_exchange: (state, { screen, payload }) =>
    ask(state, { action: 'data_exchange', screen: screen.id, data: mapValues(payload, filesForEndpoint) }),
  complete(state, { screen, payload }) {
    const response = { flow_token: state.token, ...mapValues(payload, filesForMessage) };
    return {
      state: { ...state, ending: { kind: 'completed', response, success: screen.success !== false } },
    };
  },
};

const mapValues = (object: JsonObject, map: (value: Json | undefined) => Json | undefined): JsonObject =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, map(value)]));

function ask(state: FlowState, request: EndpointRequest): Step {
  return { state: { ...state, waiting: request, snackbar: undefined, problems: {} }, ask: request };
}

/** The person goes back; from the first screen that leaves the Flow. */
export function goBack(state: FlowState): Step {
  const screen = screenOf(state);
  if (isBusy(state)) return { state };
  if (!screen || state.stack.length < 2) return { state: { ...state, ending: { kind: 'left' } } };
  if (screen.refresh_on_back === true) return ask(state, { action: 'BACK', screen: screen.id, data: {} });
  return { state: { ...state, stack: state.stack.slice(0, -1), problems: {}, snackbar: undefined } };
}

const generalError = 'Something went wrong. Please try again later.';

/** The endpoint's answer arrives. */
export function receive(state: FlowState, answer: EndpointAnswer): Step {
  const { waiting: request, ...rest } = state;
  if (!request || state.ending) return { state };
  const settled: FlowState = rest;
  if (answer.kind === 'expired') {
    return {
      state: {
        ...settled,
        ending: { kind: 'expired', ...(answer.text !== undefined && { text: answer.text }) },
      },
    };
  }
  if (answer.kind === 'failed') return { state: failed(settled) };
  const body = isObject(answer.body) ? answer.body : {};
  if (body['screen'] === 'SUCCESS') return finish(settled, request, body);
  return follow(settled, request, body);
}

/** Without a screen to fall back to the Flow cannot open. */
const failed = (state: FlowState): FlowState =>
  state.stack.length === 0 ? { ...state, ending: { kind: 'broken' } } : { ...state, snackbar: generalError };

function finish(state: FlowState, request: EndpointRequest, { data }: JsonObject): Step {
  const response =
    isObject(data) && isObject(data['extension_message_response']) ? data['extension_message_response'] : {};
  const params = response['params'];
  if (!isObject(params)) {
    return refuseAnswer(
      state,
      request,
      'payload-schema-error',
      'extension_message_response.params is missing',
    );
  }
  const success = screenOf(state)?.success !== false;
  return { state: { ...state, ending: { kind: 'completed', response: params, success } } };
}

function follow(state: FlowState, request: EndpointRequest, body: JsonObject): Step {
  const screen = screenById(state.flow, typeof body['screen'] === 'string' ? body['screen'] : undefined);
  if (!screen) {
    return refuseAnswer(
      state,
      request,
      'invalid-screen-transition',
      `There is no screen ${JSON.stringify(body['screen'])}.`,
    );
  }
  if (!mayFollow(state, request, screen.id)) {
    const from = state.stack.at(-1) ?? 'the start';
    return refuseAnswer(
      state,
      request,
      'invalid-screen-transition',
      `The routing model has no way from ${from} to ${screen.id}.`,
    );
  }
  const { error_message: message, ...fresh } = isObject(body['data']) ? body['data'] : {};
  const isHere = state.stack.includes(screen.id);
  const data = isHere ? { ...valuesOf(state, screen.id).data, ...fresh } : fresh;
  const wrong = mismatch(data, screen.data ?? {});
  if (wrong !== undefined)
    return refuseAnswer(state, request, 'payload-schema-error', `${wrong} on screen ${screen.id}.`);
  const shown = showScreen(state, screen, data, stackTo(state.stack, screen.id));
  return { state: typeof message === 'string' ? { ...shown, snackbar: message } : shown };
}

/** A request may be answered with the same screen, with the next by the routing model, and going back with any before. */
function mayFollow({ flow, stack }: FlowState, { action }: EndpointRequest, target: string): boolean {
  const current = stack.at(-1);
  if (current === undefined || current === target) return true;
  if (action === 'BACK') return stack.includes(target);
  return flow.routing_model?.[current]?.includes(target) ?? false;
}

function stackTo(stack: string[], id: string): string[] {
  const at = stack.indexOf(id);
  return at === -1 ? [...stack, id] : stack.slice(0, at + 1);
}

function refuseAnswer(
  state: FlowState,
  { action, screen }: EndpointRequest,
  error: ErrorNotice['error'],
  error_message: string,
): Step {
  return {
    state: failed(state),
    notify: { action, ...(screen !== undefined && { screen }), error, error_message },
  };
}
