import type { Json } from '../../world/json.ts';
import type { Properties } from './checks.ts';
import { inputTypes, type FlowComponent } from './flow.ts';
import { isReference, resolveCondition, resolveValue, textOf, type Scope } from './resolve.ts';
import { scopeOf, screenOf, type FlowState } from './state.ts';

/** A component as it appears: references resolved, branches chosen, with what the person entered. */
export interface ShownComponent {
  /** Where it is in the layout; taps name it by this. */
  path: string;
  type: string;
  name?: string;
  properties: Properties;
  value?: Json;
  /** What is wrong with the value, in words. */
  problem?: string;
  hasAction: boolean;
}

export interface ShownScreen {
  id: string;
  title: string;
  components: ShownComponent[];
  footer?: ShownComponent;
  canGoBack: boolean;
  isWaiting: boolean;
  snackbar?: string;
}

/** What the phone shows now; undefined before the first screen and after the end. */
export function showFlow(state: FlowState): ShownScreen | undefined {
  const screen = screenOf(state);
  if (!screen || state.ending) return undefined;
  const scope = scopeOf(state);
  const all = [...shownComponents(screen.layout.children, '', scope, {})].map((one) =>
    withProblem(one, state),
  );
  return {
    id: screen.id,
    title: textOf(resolveValue(screen.title, scope)),
    components: all.filter(({ type }) => type !== 'Footer'),
    footer: all.find(({ type }) => type === 'Footer'),
    canGoBack: state.stack.length > 1,
    isWaiting: state.waiting !== undefined,
    ...(state.snackbar !== undefined && { snackbar: state.snackbar }),
  };
}

const withProblem = (shown: ShownComponent, { problems }: FlowState): ShownComponent => {
  const problem = (shown.name !== undefined && problems[shown.name]) || shown.problem;
  return problem ? { ...shown, problem } : shown;
};

type Messages = Record<string, Json | undefined>;

function* shownComponents(
  components: FlowComponent[],
  path: string,
  scope: Scope,
  messages: Messages,
): Generator<ShownComponent> {
  for (const [at, component] of components.entries())
    yield* shownComponent(component, `${path}${at}`, scope, messages);
}

function* shownComponent(
  component: FlowComponent,
  path: string,
  scope: Scope,
  messages: Messages,
): Generator<ShownComponent> {
  if (component.type === 'Form') {
    const ofForm = resolveValue(component['error-messages'] as Json | undefined, scope) as
      | Messages
      | undefined;
    yield* shownComponents(component.children ?? [], `${path}.children.`, scope, ofForm ?? {});
    return;
  }
  if (component.type === 'If' || component.type === 'Switch') {
    const branch = branchOf(component, scope);
    if (branch) yield* shownComponents(branch.components, `${path}.${branch.path}.`, scope, messages);
    return;
  }
  const shown = resolved(component, path, scope);
  if (shown.properties['visible'] === false) return;
  const problem = shown.properties['error-message'] ?? messages[component.name ?? ''];
  yield typeof problem === 'string' && problem !== '' ? { ...shown, problem } : shown;
}

function branchOf(
  component: FlowComponent,
  scope: Scope,
): { components: FlowComponent[]; path: string } | undefined {
  if (component.type === 'If') {
    const holds = resolveCondition(String(component['condition']), scope) === true;
    const components = holds ? component.then : component.else;
    return components && { components, path: holds ? 'then' : 'else' };
  }
  const chosen = textOf(switchValue(String(component['value']), scope));
  const components = Object.hasOwn(component.cases ?? {}, chosen) ? component.cases?.[chosen] : undefined;
  return components && { components, path: `cases.${encodeURIComponent(chosen).replaceAll('.', '%2E')}` };
}

const switchValue = (text: string, scope: Scope): Json | undefined =>
  isReference(text) ? resolveValue(text, scope) : resolveCondition(text, scope);

/** Actions keep their references until they run. */
const unresolved = new Set(['type', 'name']);

function resolved(component: FlowComponent, path: string, scope: Scope): ShownComponent {
  const properties: Properties = { type: component.type };
  for (const [key, value] of Object.entries(component)) {
    if (unresolved.has(key) || key.endsWith('-action')) continue;
    properties[key] =
      key === 'data-source' || key === 'list-items'
        ? listOf(value, scope)
        : resolveValue(value as Json, scope);
  }
  const { name, type } = component;
  return {
    path,
    type,
    ...(name !== undefined && { name }),
    properties,
    ...(name !== undefined && inputTypes.has(type) && { value: scope.form[name] }),
    hasAction: component['on-click-action'] !== undefined,
  };
}

/** Options carry actions whose payloads must not be resolved before they run. */
function listOf(list: unknown, scope: Scope): unknown {
  if (!Array.isArray(list)) return resolveValue(list as Json, scope);
  return list.map((option: Record<string, unknown>) =>
    Object.fromEntries(
      Object.entries(option).map(([key, value]) => [
        key,
        key.endsWith('-action') ? value : resolveValue(value as Json, scope),
      ]),
    ),
  );
}

/** The component at a path, as the Flow declares it. */
export function componentAt(components: FlowComponent[], path: string): FlowComponent | undefined {
  const [at = '', branch, ...rest] = path.split('.');
  const component = components[Number(at)];
  if (branch === undefined || !component) return component;
  if (branch !== 'cases') {
    const inner = component[branch];
    return Array.isArray(inner) ? componentAt(inner as FlowComponent[], rest.join('.')) : undefined;
  }
  const [name = '', ...deeper] = rest;
  const inner = component.cases?.[decodeURIComponent(name)];
  return inner && componentAt(inner, deeper.join('.'));
}
