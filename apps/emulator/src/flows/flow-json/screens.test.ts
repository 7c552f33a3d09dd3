import { describe, expect, it } from 'vitest';
import type { FlowJson } from '../runtime/flow.ts';
import {
  at,
  branching,
  endpointFlow,
  faultsOf,
  footer,
  staticFlow,
  type Edits,
} from '../test/flow-samples.ts';

const link = {
  type: 'EmbeddedLink',
  text: 'More',
  'on-click-action': { name: 'open_url', url: 'https://example.in' },
};
const line = { type: 'TextBody', text: 'Namaste' };
const item = {
  id: 'a',
  'main-content': { title: 'A' },
  'on-click-action': { name: 'data_exchange', payload: {} },
};
const form = { type: 'Form', name: 'form', children: [{ type: 'OptIn', name: 'ok', label: 'OK' }] };
const screen = (id: string, ...children: object[]): object => ({
  id,
  layout: { type: 'SingleColumnLayout', children },
});

describe('the screens of a Flow JSON', () => {
  it.each<[string, FlowJson, Edits, string, string]>([
    [
      'a success that is not the end',
      staticFlow,
      { 'screens.0.success': true },
      'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
      "Property 'success' can only be specified on a terminal screen.",
    ],
    [
      'no successful end',
      staticFlow,
      { 'screens.1.success': false },
      'INVALID_PROPERTY_VALUE',
      "At least one terminal screen must have property 'success' set as true.",
    ],
    [
      'no end',
      endpointFlow,
      { 'screens.2.terminal': undefined },
      'MISSING_TERMINAL_SCREEN',
      'Terminal screen is required but not provided.',
    ],
    [
      'an end without a footer',
      endpointFlow,
      { [at(2, 1)]: undefined },
      'MISSING_FOOTER_ON_TERMINAL_SCREEN',
      'Footer component is missing on terminal screens: CONFIRM.',
    ],
    [
      'complete before the end',
      staticFlow,
      { [at(0, 4)]: footer() },
      'INVALID_COMPLETE_ACTION',
      "On-click-action 'complete' can only be configured on a terminal screen.",
    ],
    [
      'a field outside of a form before 4.0',
      { version: '3.1', screens: [] },
      { screens: [{ ...screen('ONE', form.children[0] as object, footer()), terminal: true }] },
      'KEYWORD_ONE_OF',
      "Property 'OptIn' must be defined inside parent property 'Form'.",
    ],
    [
      'fields beside a form',
      staticFlow,
      { [at(1, 3)]: form },
      'COMPONENTS_OUTSIDE_FORM',
      "Components 'DatePicker', 'TextArea' are not allowed outside Form when Form component is present.",
    ],
    [
      'a screen id twice',
      endpointFlow,
      { 'screens.3': screen('SLOT', line) },
      'DUPLICATE_SCREEN_IDS',
      'Duplicate screen id found: SLOT.',
    ],
    [
      'the reserved screen id',
      endpointFlow,
      { 'screens.2.id': 'SUCCESS' },
      'SCREEN_ID_IS_RESERVED_KEYWORD',
      "Screen id cannot be 'SUCCESS' since it is a reserved keyword.",
    ],
    [
      'a name twice, even in different branches',
      staticFlow,
      { [at(0, 3)]: branching('${form.age} > 1', form.children, form.children) },
      'DUPLICATE_FORM_COMPONENT_NAMES',
      'Duplicate name found for Form components: ok.',
    ],
    [
      'three links',
      staticFlow,
      { [at(0, 5)]: link, [at(0, 6)]: link, [at(0, 7)]: link },
      'MAX_EMBEDDED_LINK_PER_SCREEN',
      'Maximum number of EmbeddedLink allowed per screen is 2 but found 3.',
    ],
    [
      '51 components',
      endpointFlow,
      { 'screens.2.layout.children': [...Array.from({ length: 50 }, () => line), footer()] },
      'MAX_COMPONENTS_PER_SCREEN',
      'Maximum number of components allowed per screen is 50 but found 51.',
    ],
    [
      '101 screens',
      staticFlow,
      { screens: Array.from({ length: 101 }, (_, index) => screen('A'.repeat(index + 1), line)) },
      'MAX_SCREENS_NUMBER',
      'Maximum number of screens allowed per Flow is 100 but found 101.',
    ],
    [
      'a navigation list that has company',
      endpointFlow,
      { [at(0, 0)]: { type: 'NavigationList', name: 'list', 'list-items': [item] } },
      'INVALID_PROPERTY_VALUE',
      'NavigationList cannot be used with other components on the same screen.',
    ],
    [
      'photos beside documents',
      endpointFlow,
      { [at(1, 3)]: { type: 'DocumentPicker', name: 'paper', label: 'Papers' } },
      'INVALID_PROPERTY_VALUE',
      'You can only have a maximum of 1 component of type PhotoPicker or DocumentPicker per screen.',
    ],
    [
      'the fewest above the most',
      endpointFlow,
      { [at(1, 1, 'min-uploaded-photos')]: 3 },
      'MIN_VALUE_GREATER_THAN_MAX',
      'min-uploaded-photos cannot be greater than max-uploaded-photos for PhotoPicker photo.',
    ],
    [
      'data_exchange without an endpoint',
      staticFlow,
      { [at(1, 0, 'on-select-action')]: { name: 'data_exchange', payload: {} } },
      'MISSING_REQUIRED_PROPERTY',
      "The property 'data_api_version' is required for data_exchange action.",
    ],
    [
      'a refresh without an endpoint',
      staticFlow,
      { 'screens.0.refresh_on_back': true },
      'INVALID_PROPERTY_VALUE',
      "Property 'refresh_on_back' can be true only when property 'data_api_version' is set.",
    ],
    [
      'an unknown version of the data API',
      endpointFlow,
      { data_api_version: '2.0' },
      'NO_SUPPORTED_DATA_API_VERSION',
      'No supported Data API version found for given Flow JSON version.',
    ],
  ])('with %s are refused', (_, flow, edits, error, message) => {
    expect(faultsOf(flow, edits)).toContainEqual({ error, message });
  });

  it('may be 100, of 50 components each', () => {
    const most = { 'screens.2.layout.children': [...Array.from({ length: 49 }, () => line), footer()] };
    expect(faultsOf(endpointFlow, most)).toEqual([]);
  });
});
