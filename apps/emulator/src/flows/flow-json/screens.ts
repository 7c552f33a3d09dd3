import { inputTypes } from '../runtime/flow.ts';
import { componentRules } from './components.ts';
import { actionsIn, type Placed, type PlacedFlow, type PlacedScreen } from './placed.ts';
import type { JsonNode } from './reader.ts';
import type { Report } from './report.ts';
import { isAtLeast } from './versions.ts';

const mostScreens = 100;
const mostComponents = 50;

/** Ids, terminal screens, counts, and what may stand beside what. */
export function checkScreens(flow: PlacedFlow, report: Report): void {
  checkIds(flow, report);
  checkTerminals(flow, report);
  for (const screen of flow.screens) {
    checkNames(screen, flow.version, report);
    checkCounts(screen, report);
    checkCompany(screen, report);
    for (const component of screen.components) checkLeastAndMost(component, report);
    checkEndpointNeeds(screen, flow, report);
  }
  const carousels = flow.screens.flatMap(({ components }) =>
    components.filter(({ type }) => type === 'ImageCarousel'),
  );
  if (carousels.length > 3) {
    say(
      report,
      'MAX_IMAGE_CAROUSEL_PER_FLOW',
      `Maximum number of ImageCarousel allowed per flow is 3 but found ${carousels.length}.`,
      carousels,
    );
  }
}

const say = (report: Report, error: string, message: string, found: { node: JsonNode }[]): void =>
  report.say(error, message, ...found.map(({ node }) => node));

function checkIds({ screens, root }: PlacedFlow, report: Report): void {
  if (screens.length > mostScreens) {
    report.say(
      'MAX_SCREENS_NUMBER',
      `Maximum number of screens allowed per Flow is ${mostScreens} but found ${screens.length}.`,
      root.properties?.get('screens') ?? root,
    );
  }
  for (const [id, same] of Map.groupBy(screens, (screen) => screen.id)) {
    const places = same.map(({ properties, node }) => properties.get('id') ?? node);
    if (same.length > 1) report.say('DUPLICATE_SCREEN_IDS', `Duplicate screen id found: ${id}.`, ...places);
    if (id.toLowerCase() === 'success') {
      report.say(
        'SCREEN_ID_IS_RESERVED_KEYWORD',
        `Screen id cannot be '${id}' since it is a reserved keyword.`,
        ...places,
      );
    }
  }
}

function checkTerminals({ screens, root }: PlacedFlow, report: Report): void {
  const terminal = screens.filter(({ isTerminal }) => isTerminal);
  if (terminal.length === 0) {
    report.say(
      'MISSING_TERMINAL_SCREEN',
      'Terminal screen is required but not provided.',
      root.properties?.get('screens') ?? root,
    );
  } else if (terminal.every(({ properties }) => properties.get('success')?.value === false)) {
    report.say(
      'INVALID_PROPERTY_VALUE',
      "At least one terminal screen must have property 'success' set as true.",
      ...terminal.map(({ properties, node }) => properties.get('success') ?? node),
    );
  }
  const footless = terminal.filter(({ components }) => !components.some(({ type }) => type === 'Footer'));
  if (footless.length > 0) {
    const ids = footless.map(({ id }) => id).join(', ');
    say(
      report,
      'MISSING_FOOTER_ON_TERMINAL_SCREEN',
      `Footer component is missing on terminal screens: ${ids}.`,
      footless,
    );
  }
  for (const screen of screens) if (!screen.isTerminal) checkNotTerminal(screen, report);
}

function checkNotTerminal({ properties, components }: PlacedScreen, report: Report): void {
  const success = properties.get('success');
  if (success) {
    report.say(
      'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
      "Property 'success' can only be specified on a terminal screen.",
      success,
    );
  }
  for (const action of components.flatMap(({ node }) => actionsIn(node))) {
    if (action.name !== 'complete') continue;
    report.say(
      'INVALID_COMPLETE_ACTION',
      "On-click-action 'complete' can only be configured on a terminal screen.",
      action.node,
    );
  }
}

function checkNames({ components }: PlacedScreen, version: string, report: Report): void {
  const inputs = components.filter(({ type }) => inputTypes.has(type));
  for (const [name, same] of Map.groupBy(inputs, (input) => input.name)) {
    if (same.length < 2) continue;
    const places = same.map(({ properties, node }) => properties.get('name') ?? node);
    report.say(
      'DUPLICATE_FORM_COMPONENT_NAMES',
      `Duplicate name found for Form components: ${name}.`,
      ...places,
    );
  }
  const outside = inputs.filter(({ form }) => !form);
  if (outside.length === 0) return;
  if (!isAtLeast(version, '4.0')) {
    for (const { type, node } of outside) {
      report.say('KEYWORD_ONE_OF', `Property '${type}' must be defined inside parent property 'Form'.`, node);
    }
  } else if (components.some(({ type }) => type === 'Form')) {
    const types = outside.map(({ type }) => type).join("', '");
    const [noun, verb] = outside.length === 1 ? ['Component', 'is'] : ['Components', 'are'];
    say(
      report,
      'COMPONENTS_OUTSIDE_FORM',
      `${noun} '${types}' ${verb} not allowed outside Form when Form component is present.`,
      outside,
    );
  }
}

function checkCounts({ components, node }: PlacedScreen, report: Report): void {
  if (components.length > mostComponents) {
    report.say(
      'MAX_COMPONENTS_PER_SCREEN',
      `Maximum number of components allowed per screen is ${mostComponents} but found ${components.length}.`,
      node,
    );
  }
  for (const [type, same] of Map.groupBy(components, (component) => component.type)) {
    const most = componentRules[type]?.perScreen;
    // Footers count by branches, which is a matter of its own.
    if (most === undefined || same.length <= most || type === 'Footer') continue;
    const error = `MAX_${type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()}_PER_SCREEN`;
    say(
      report,
      error,
      `Maximum number of ${type} allowed per screen is ${most} but found ${same.length}.`,
      same,
    );
  }
}

/** Some components want the screen for themselves. */
function checkCompany({ components, isTerminal }: PlacedScreen, report: Report): void {
  const of = (type: string): Placed[] => components.filter((component) => component.type === type);
  const others = (...types: string[]): Placed[] => components.filter(({ type }) => !types.includes(type));
  const lists = of('NavigationList');
  if (lists.length > 0 && others('NavigationList').length > 0) {
    say(
      report,
      'INVALID_PROPERTY_VALUE',
      'NavigationList cannot be used with other components on the same screen.',
      lists,
    );
  }
  if (lists.length > 0 && isTerminal) {
    say(report, 'INVALID_PROPERTY_VALUE', 'NavigationList cannot be used on a terminal screen.', lists);
  }
  const rich = of('RichText');
  if (rich.length > 0 && others('RichText', 'Footer').length > 0) {
    say(report, 'INVALID_PROPERTY_VALUE', 'RichText can share a screen only with Footer.', rich);
  }
  const pickers = [...of('PhotoPicker'), ...of('DocumentPicker')];
  if (of('PhotoPicker').length > 0 && of('DocumentPicker').length > 0) {
    say(
      report,
      'INVALID_PROPERTY_VALUE',
      'You can only have a maximum of 1 component of type PhotoPicker or DocumentPicker per screen.',
      pickers,
    );
  }
}

const pairs = [
  ['min-chars', 'max-chars'],
  ['min-selected-items', 'max-selected-items'],
  ['min-uploaded-photos', 'max-uploaded-photos'],
  ['min-uploaded-documents', 'max-uploaded-documents'],
  ['min-days', 'max-days'],
  ['min-date', 'max-date'],
] as const;

function checkLeastAndMost({ properties, type, name, node }: Placed, report: Report): void {
  for (const [least, most] of pairs) {
    const [from, to] = [properties.get(least)?.value, properties.get(most)?.value];
    const isTurned = typeof from === 'number' && typeof to === 'number' ? from > to : isLaterDay(from, to);
    if (!isTurned) continue;
    report.say(
      'MIN_VALUE_GREATER_THAN_MAX',
      `${least} cannot be greater than ${most} for ${type} ${name ?? ''}.`,
      properties.get(least) ?? node,
    );
  }
}

const day = /^\d{4}-\d\d-\d\d$/;

const isLaterDay = (from: unknown, to: unknown): boolean =>
  typeof from === 'string' && typeof to === 'string' && day.test(from) && day.test(to) && from > to;

function checkEndpointNeeds(
  { properties, components }: PlacedScreen,
  flow: PlacedFlow,
  report: Report,
): void {
  if (flow.hasEndpoint) return;
  const refresh = properties.get('refresh_on_back');
  if (refresh?.value === true) {
    report.say(
      'INVALID_PROPERTY_VALUE',
      "Property 'refresh_on_back' can be true only when property 'data_api_version' is set.",
      refresh,
    );
  }
  for (const action of components.flatMap(({ node }) => actionsIn(node))) {
    if (action.name !== 'data_exchange') continue;
    report.say(
      'MISSING_REQUIRED_PROPERTY',
      "The property 'data_api_version' is required for data_exchange action.",
      action.node,
    );
  }
}
