import { describe, expect, it } from 'vitest';
import type { FlowJson } from '../runtime/flow.ts';
import { at, edited, endpointFlow, faultsOf, footer, staticFlow, type Edits } from '../test/flow-samples.ts';

/** A screen of which nothing is too new for the first versions. */
const old: FlowJson = {
  version: '2.1',
  screens: [
    {
      id: 'ONE',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'Form', name: 'form', children: [{ type: 'OptIn', name: 'ok', label: 'OK' }, footer()] },
        ],
      },
    },
  ],
};

describe('the shape of a Flow JSON', () => {
  it.each<[string, FlowJson, Edits, string, string]>([
    [
      'an invented property',
      staticFlow,
      { mine: 1 },
      'INVALID_PROPERTY_KEY',
      "Property 'mine' cannot be specified at '$root'.",
    ],
    [
      'an invented property of a component',
      staticFlow,
      { [at(0, 0, 'colour')]: 'red' },
      'INVALID_PROPERTY_KEY',
      "Property 'colour' cannot be specified at 'TextHeading' on 'screens[0].layout.children[0]'.",
    ],
    [
      'a property of a later version',
      staticFlow,
      { version: '6.3', [at(0, 1, 'label-variant')]: 'large' },
      'INVALID_PROPERTY_KEY',
      "Property 'label-variant' cannot be specified at 'TextInput' on 'screens[0].layout.children[1]'.",
    ],
    [
      'a component of a later version',
      staticFlow,
      { version: '6.0', [at(1, 0, 'type')]: 'CalendarPicker' },
      'INVALID_PROPERTY_VALUE',
      "Invalid value found for property 'type'.",
    ],
    [
      'an endpoint address inside of the Flow since 3.0',
      endpointFlow,
      { data_channel_uri: 'https://example.in' },
      'INVALID_PROPERTY_KEY',
      "Property 'data_channel_uri' cannot be specified at '$root'.",
    ],
    [
      'an endpoint address that is none',
      old,
      { data_channel_uri: 'placeholder_uri' },
      'INVALID_PROPERTY_VALUE_FORMAT',
      "Property 'data_channel_uri' should be in 'uri' format.",
    ],
    [
      'a text for a flag',
      staticFlow,
      { [at(1, 1, 'enabled')]: 'yes' },
      'INVALID_PROPERTY_TYPE',
      "Expected property 'screens[1].layout.children[1].enabled' to be of type 'boolean', but found 'string'.",
    ],
    [
      'a word for a number',
      staticFlow,
      { [at(0, 1, 'max-chars')]: 'Hundred' },
      'PATTERN_MISMATCH',
      "Property 'max-chars' should be of type 'number' or have dynamic data format of the form ${screen.data.your_value} or ${data.your_value}.",
    ],
    [
      'no screens',
      staticFlow,
      { screens: [] },
      'MIN_ITEMS_REQUIRED',
      "Property 'screens' should have at least '1' items.",
    ],
    [
      'an empty screen id',
      staticFlow,
      { 'screens.0.id': '' },
      'MIN_CHARS_REQUIRED',
      "Property 'id' should have at least '1' characters.",
    ],
    [
      'a screen id with a digit',
      staticFlow,
      { 'screens.0.id': 'FIRST_1' },
      'PATTERN_MISMATCH',
      "Property 'id' should only consist of alphabets and underscores.",
    ],
    [
      'a component without a type',
      staticFlow,
      { [at(0, 0, 'type')]: undefined },
      'MISSING_REQUIRED_TYPE_PROPERTY',
      "Required property 'type' is missing.",
    ],
    [
      'a component without a label',
      staticFlow,
      { [at(0, 1, 'label')]: undefined },
      'MISSING_REQUIRED_TYPE_PROPERTY',
      "Required property 'label' is missing.",
    ],
    [
      'a blank text',
      staticFlow,
      { [at(0, 0, 'text')]: '  ' },
      'PATTERN_MISMATCH',
      "Property 'text' should not be blank or empty string.",
    ],
    [
      'too long a text',
      staticFlow,
      { [at(0, 0, 'text')]: 'x'.repeat(81) },
      'MAX_CHARS_REQUIRED',
      "Property 'text' should have at most '80' characters.",
    ],
    [
      'too few chips',
      staticFlow,
      {
        [at(1, 0)]: {
          type: 'ChipsSelector',
          name: 'day',
          label: 'Day',
          'data-source': [{ id: 'a', title: 'A' }],
        },
      },
      'MIN_ITEMS_REQUIRED',
      "Property 'data-source' should have at least '2' items.",
    ],
    [
      'too many options',
      staticFlow,
      { [at(1, 0)]: { type: 'Dropdown', name: 'day', label: 'Day', 'data-source': options(201) } },
      'MAX_ITEMS_REQUIRED',
      "Property 'data-source' should have at most '200' items.",
    ],
    [
      'too many photos',
      endpointFlow,
      { [at(1, 1, 'max-uploaded-photos')]: 40 },
      'MAXIMUM_VALUE_REQUIRED',
      "The maximum value allowed for property 'max-uploaded-photos' is 30.",
    ],
    [
      'fewer photos than none',
      endpointFlow,
      { [at(1, 1, 'min-uploaded-photos')]: -1 },
      'MINIMUM_VALUE_REQUIRED',
      "The minimum value allowed for property 'min-uploaded-photos' is 0.",
    ],
    [
      'an action that its component does not know',
      staticFlow,
      { [at(0, 3, 'then.0.on-click-action')]: { name: 'complete', payload: {} } },
      'INVALID_ENUM_VALUE',
      'Value should be one of: [navigate, data_exchange, open_url].',
    ],
    [
      'open_url before 6.0',
      old,
      { [at(0, 0, 'children.0.on-click-action')]: { name: 'open_url', url: 'https://example.in' } },
      'INVALID_ENUM_VALUE',
      'Value should be one of: [navigate, data_exchange].',
    ],
    [
      'a left caption alone',
      staticFlow,
      { [at(0, 4, 'left-caption')]: 'Left' },
      'INVALID_DEPENDENCIES',
      'Footer should have property right-caption when property left-caption is present.',
    ],
    [
      'all captions at once',
      staticFlow,
      { [at(0, 4, 'left-caption')]: 'a', [at(0, 4, 'center-caption')]: 'b' },
      'NOT_KEYWORD_SCHEMA_VALIDATION_FAILED',
      "Properties 'center-caption' and ['left-caption', 'right-caption'] must be present exclusively at Footer.",
    ],
    [
      'a switch without cases',
      staticFlow,
      { [at(0, 3)]: { type: 'Switch', value: '${form.name}', cases: {} } },
      'MIN_ITEMS_REQUIRED',
      "Property 'cases' should have at least '1' items.",
    ],
    [
      'a timestamp for a date since 5.0',
      staticFlow,
      { [at(1, 0, 'min-date')]: '1693569600000' },
      'INVALID_PROPERTY_VALUE_FORMAT',
      "Property 'min-date' should be in 'YYYY-MM-DD' format.",
    ],
    [
      'a pattern that is none',
      staticFlow,
      { [at(0, 1, 'pattern')]: '(' },
      'INVALID_PROPERTY_VALUE_FORMAT',
      "Property 'pattern' should be in 'regex' format.",
    ],
  ])('with %s is refused', (_, flow, edits, error, message) => {
    expect(faultsOf(flow, edits)).toContainEqual({ error, message });
  });

  it('lets data stand for what it may stand for, and expressions since 6.0', () => {
    const label = { [at(0, 1, 'label')]: '${data.clinic}' };
    expect(faultsOf(staticFlow, label)).toEqual([]);
    expect(faultsOf(staticFlow, { [at(0, 1, 'required')]: '`${form.age} > 18`' })).toEqual([]);
    expect(faultsOf(old, { [at(0, 0, 'children.0.required')]: '`${form.ok} == true`' })).toHaveLength(1);
    expect(faultsOf(staticFlow, { [at(0, 1, 'name')]: '${data.clinic}' })).not.toEqual([]);
  });

  it('counts characters as people do and keeps the larger limit where sources differ', () => {
    expect(faultsOf(staticFlow, { [at(0, 0, 'text')]: '😀'.repeat(80) })).toEqual([]);
    expect(
      faultsOf(edited(staticFlow, { [at(0, 0, 'type')]: 'TextCaption' }), {
        [at(0, 0, 'text')]: 'x'.repeat(4096),
      }),
    ).toEqual([]);
  });

  it('takes labels as optional for groups before 4.0 only', () => {
    const group = { type: 'RadioButtonsGroup', name: 'r', 'data-source': options(2) };
    expect(faultsOf(old, { [at(0, 0, 'children.0')]: group })).toEqual([]);
    expect(faultsOf({ ...old, version: '4.0' }, { [at(0, 0, 'children.0')]: group })).toHaveLength(1);
  });
});

function options(count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: String(index), title: `Option ${index}` }));
}
