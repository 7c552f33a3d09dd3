import { pickerTypes } from '../runtime/flow.ts';
import { isExpression } from '../runtime/resolve.ts';
import { typeOf } from '../runtime/schema.ts';
import {
  actionsIn,
  textsIn,
  type Placed,
  type PlacedAction,
  type PlacedFlow,
  type PlacedScreen,
} from './placed.ts';
import { textOfNode, type JsonNode } from './reader.ts';
import type { Report } from './report.ts';
import { targetOf, typeOfSchema } from './references.ts';

/** What actions carry, against what the next screen declares; and where files may be carried. */
export function checkPayloads(flow: PlacedFlow, screen: PlacedScreen, report: Report): void {
  for (const component of screen.components) {
    for (const action of actionsIn(component.node)) {
      if (action.name === 'navigate') checkNavigate(flow, screen, action, report);
      if (action.name === 'update_data') checkUpdate(screen, action, report);
      checkFiles(flow, screen, action, report);
    }
    if (component.type === 'Form') checkInitialFiles(component, screen, report);
  }
}

function checkNavigate(flow: PlacedFlow, screen: PlacedScreen, action: PlacedAction, report: Report): void {
  const next = flow.screens.find(({ id }) => id === action.next?.value);
  const error = 'INVALID_NAVIGATE_ACTION_PAYLOAD';
  const place = action.payloadNode ?? action.node;
  if (!next || next.id === screen.id) return;
  const model = next.properties.get('data')?.properties;
  if (!model && action.payload.size > 0) {
    report.say(error, `No data model is defined in the next screen '${next.id}'.`, place);
    return;
  }
  const unknown = [...action.payload.keys()].filter((key) => !model?.has(key));
  const absent = [...(model?.keys() ?? [])].filter((key) => !action.payload.has(key));
  if (unknown.length > 0) {
    report.say(
      error,
      `Following fields are missing in the next screen's data model: [${unknown.join(', ')}].`,
      place,
    );
  }
  if (absent.length > 0) {
    const message = `Following fields are expected in the next screen's data model but missing in payload: [${absent.join(', ')}].`;
    report.say(error, message, place);
  }
  for (const [key, node] of action.payload) {
    const schema = model?.get(key);
    if (schema) checkFieldType({ key, node, expected: typeOfSchema(schema), next, flow, screen, report });
  }
}

interface CarriedField {
  key: string;
  node: JsonNode;
  expected: string;
  next: PlacedScreen;
  flow: PlacedFlow;
  screen: PlacedScreen;
  report: Report;
}

function checkFieldType({ key, node, expected, next, flow, screen, report }: CarriedField): void {
  const text = textOfNode(node);
  if (node.kind === 'string' && isExpression(text)) return;
  const target = node.kind === 'string' ? targetOf(text, { flow, screen }) : undefined;
  const found = target ? typesOf(target) : [typeOf(node.value)];
  if (
    found.includes(expected) ||
    (found.includes('number') && expected === 'integer') ||
    isUnknownReference(node, target)
  )
    return;
  const ending = `Property is expecting '${expected}' but got '${found[0]}'.`;
  const message = target
    ? `Schema of dynamic data '${text}' is not matching schema of data model field '${key}' on screen '${next.id}'. ${ending}`
    : `Schema of payload data at '${key}' on screen '${screen.id}' is not matching with schema of data model field on screen '${next.id}'. ${ending}`;
  report.say('INVALID_NAVIGATE_ACTION_PAYLOAD', message, node);
}

/** A reference that leads nowhere is reported where references are checked. */
const isUnknownReference = (node: JsonNode, target: unknown): boolean =>
  node.kind === 'string' && textOfNode(node).startsWith('${') && target === undefined;

const typesOfFields: Record<string, string[]> = {
  CheckboxGroup: ['array'],
  ChipsSelector: ['array'],
  PhotoPicker: ['array'],
  DocumentPicker: ['array'],
  OptIn: ['boolean'],
  // A field for numbers, and the two ends of a range.
  TextInput: ['string', 'number'],
  CalendarPicker: ['string', 'object'],
};

const typesOf = (target: NonNullable<ReturnType<typeof targetOf>>): string[] =>
  target.kind === 'data'
    ? [typeOfSchema(target.schema)]
    : (typesOfFields[target.component.type] ?? ['string']);

function checkUpdate({ properties }: PlacedScreen, { payload }: PlacedAction, report: Report): void {
  const model = properties.get('data')?.properties;
  for (const [key, node] of payload) {
    if (model?.has(key)) continue;
    const message = `The following property (${key}) does not exist in the screen data model`;
    report.say('INVALID_ACTION_PAYLOAD_PROPERTY', message, node);
  }
}

const payloadError = 'INVALID_ON_CLICK_ACTION_PAYLOAD';

function checkFiles(flow: PlacedFlow, screen: PlacedScreen, action: PlacedAction, report: Report): void {
  const top = new Set(action.payload.values());
  const all = action.payloadNode ? [...textsIn(action.payloadNode)] : [];
  const carried = all.flatMap((node) => {
    const target = targetOf(textOfNode(node), { flow, screen });
    return target?.kind === 'field' && pickerTypes.has(target.component.type)
      ? [{ node, component: target.component }]
      : [];
  });
  if (carried.length === 0) return;
  if (action.name === 'navigate') {
    for (const { node, component } of carried) {
      report.say(
        payloadError,
        `The ${component.type} component's value is not allowed in the payload of the navigate action.`,
        node,
      );
    }
    return;
  }
  const nested = carried.filter(({ node }) => !top.has(node));
  if (nested.length > 0) {
    const types = nested.map(({ component }) => component.type).join(', ');
    const message = `The value of following components must be a top-level string in complete and data_exchange on-click-action payload: [${types}].`;
    report.say(payloadError, message, ...nested.map(({ node }) => node));
  }
  if (action.name === 'complete') checkCompletedFiles(carried, report);
}

function checkCompletedFiles(carried: { node: JsonNode; component: Placed }[], report: Report): void {
  if (carried.length > 1) {
    const message =
      'Complete action payload can contain either a single PhotoPicker or a single DocumentPicker component.';
    report.say(payloadError, message, ...carried.map(({ node }) => node));
  }
  for (const { node, component } of carried) {
    const property = component.type === 'PhotoPicker' ? 'max-uploaded-photos' : 'max-uploaded-documents';
    if (Number(component.properties.get(property)?.value ?? 30) <= 1) continue;
    const message = `In the complete action payload, ${component.type} can only be used if the value of the '${property}' property doesn't exceed 1.`;
    report.say(payloadError, message, node);
  }
}

function checkInitialFiles({ node, properties }: Placed, { components }: PlacedScreen, report: Report): void {
  const initial = properties.get('init-values');
  const files = components.filter(
    ({ type, name, form }) => form === node && pickerTypes.has(type) && initial?.properties?.has(name ?? ''),
  );
  if (!initial || files.length === 0) return;
  const types = files.map(({ type }) => type).join(', ');
  const message = `Property 'init-values' should not contain value for components: [${types}].`;
  report.say('NATIVE_COMPONENT_IN_FORM_INIT_VALUES', message, initial);
}
