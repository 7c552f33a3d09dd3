import { describe, expect, it } from 'vitest';
import type { FlowJson } from '../runtime/flow.ts';
import {
  at,
  endpointFlow,
  faultsOf,
  footer,
  navigateTo,
  staticFlow,
  type Edits,
} from '../test/flow-samples.ts';

const heading = (text: string): Edits => ({ [at(0, 0, 'text')]: text });
const goOn = (payload: object): Edits => ({ [at(0, 4, 'on-click-action.payload')]: payload });

describe('what a screen declares and what refers to it', () => {
  it.each<[string, FlowJson, Edits, string, string]>([
    [
      'data without a type',
      staticFlow,
      { 'screens.0.data.clinic': {} },
      'INVALID_SCREEN_DATA',
      "Missing the definition of property 'type'.",
    ],
    [
      'data without an example',
      staticFlow,
      { 'screens.0.data.clinic.__example__': undefined },
      'INVALID_SCREEN_DATA',
      "Missing the definition of property '__example__'.",
    ],
    [
      'an example of another type',
      staticFlow,
      { 'screens.0.data.clinic.__example__': 5 },
      'INVALID_SCREEN_DATA',
      "Invalid data model schema. Expected property 'screens[0].data.clinic.__example__' to be of type 'string', but found 'number'.",
    ],
    [
      'a list without items',
      endpointFlow,
      { 'screens.0.data.services.items': undefined },
      'INVALID_SCREEN_DATA',
      "Missing the schema for property 'items' in array.",
    ],
    [
      'items that are a word',
      endpointFlow,
      { 'screens.0.data.services.items': 'string' },
      'INVALID_SCREEN_DATA',
      "Expected the property 'items' to be of type boolean or object.",
    ],
    [
      'an example deep inside',
      endpointFlow,
      { 'screens.0.data.services.items.properties.__example__': {} },
      'INVALID_SCREEN_DATA',
      "Property '__example__' is allowed only as a top level property of data model. Invalid entry: 'screens[0].data.services.items.properties.__example__'.",
    ],
    [
      'data that is not there',
      staticFlow,
      heading('${data.nothing}'),
      'INVALID_SCREEN_DYNAMIC_DATA',
      "Missing dynamic data '${data.nothing}' in the data model for screen WELCOME.",
    ],
    [
      'data that is not there, in an expression',
      staticFlow,
      heading("`'Hello ' ${data.nothing}`"),
      'INVALID_SCREEN_DYNAMIC_DATA',
      "Missing dynamic data '${data.nothing}' in the data model for screen WELCOME.",
    ],
    [
      'data of another type',
      staticFlow,
      { 'screens.0.data.clinic': { type: 'boolean', __example__: true } },
      'INVALID_SCREEN_DYNAMIC_DATA',
      "Expected 'screens[0].data.clinic' to be of type 'string'.",
    ],
    [
      'options without titles',
      endpointFlow,
      { 'screens.0.data.services.items.properties.title': undefined },
      'INVALID_SCREEN_DYNAMIC_DATA',
      "Data model schema is invalid for '${data.services}'. Missing schema for title.",
    ],
    [
      'a screen that is not there',
      staticFlow,
      heading('${screen.ROOT.data.x}'),
      'INVALID_SCREEN_DATA',
      "Global dynamic data '${screen.ROOT.data.x}' used on screen 'WELCOME' for TextHeading property 'text' is invalid since screen 'ROOT' is missing in the Flow JSON.",
    ],
    [
      'data that another screen lacks',
      staticFlow,
      heading('${screen.DAY.data.x}'),
      'INVALID_SCREEN_DATA',
      "Global Dynamic data '${screen.DAY.data.x}' on screen DAY does not exist, but is used on screen WELCOME.",
    ],
    [
      'its own data by the long way',
      staticFlow,
      heading('${screen.WELCOME.data.clinic}'),
      'INVALID_SCREEN_DATA',
      "Global dynamic data '${screen.WELCOME.data.clinic}' used on screen 'WELCOME' for TextHeading property 'text' is invalid since screen 'WELCOME' represents current screen. Convert expression to local referencing of the form ${data.clinic}.",
    ],
    [
      'a field that is not there',
      staticFlow,
      { [at(1, 2, 'on-click-action.payload.x')]: '${form.nothing}' },
      'INVALID_ON_CLICK_ACTION_PAYLOAD',
      "Missing Form component ${form.nothing} for screen 'DAY'.",
    ],
    [
      'an update of data that the screen lacks',
      staticFlow,
      { [at(1, 0, 'on-select-action')]: { name: 'update_data', payload: { x: 1 } } },
      'INVALID_ACTION_PAYLOAD_PROPERTY',
      'The following property (x) does not exist in the screen data model',
    ],
    [
      'a payload that the next screen does not know',
      staticFlow,
      goOn({ name: '${form.name}', x: '1' }),
      'INVALID_NAVIGATE_ACTION_PAYLOAD',
      "Following fields are missing in the next screen's data model: [x].",
    ],
    [
      'a payload that lacks what the next screen needs',
      staticFlow,
      goOn({}),
      'INVALID_NAVIGATE_ACTION_PAYLOAD',
      "Following fields are expected in the next screen's data model but missing in payload: [name].",
    ],
    [
      'a payload for a screen without data',
      staticFlow,
      { 'screens.1.data': undefined },
      'INVALID_NAVIGATE_ACTION_PAYLOAD',
      "No data model is defined in the next screen 'DAY'.",
    ],
    [
      'a payload of another type',
      staticFlow,
      goOn({ name: 123 }),
      'INVALID_NAVIGATE_ACTION_PAYLOAD',
      "Schema of payload data at 'name' on screen 'WELCOME' is not matching with schema of data model field on screen 'DAY'. Property is expecting 'string' but got 'number'.",
    ],
    [
      'a field of another type in a payload',
      staticFlow,
      goOn({ name: '${form.wheelchair}' }),
      'INVALID_NAVIGATE_ACTION_PAYLOAD',
      "Schema of dynamic data '${form.wheelchair}' is not matching schema of data model field 'name' on screen 'DAY'. Property is expecting 'string' but got 'boolean'.",
    ],
    [
      'a photo carried to the next screen',
      endpointFlow,
      { [at(1, 2)]: footer(navigateTo('CONFIRM', { p: '${form.photo}' })) },
      'INVALID_ON_CLICK_ACTION_PAYLOAD',
      "The PhotoPicker component's value is not allowed in the payload of the navigate action.",
    ],
    [
      'a photo deep in a payload',
      endpointFlow,
      { [at(1, 2, 'on-click-action.payload')]: { p: { q: '${form.photo}' } } },
      'INVALID_ON_CLICK_ACTION_PAYLOAD',
      'The value of following components must be a top-level string in complete and data_exchange on-click-action payload: [PhotoPicker].',
    ],
    [
      'several photos at the end',
      endpointFlow,
      {
        [at(1, 1, 'max-uploaded-photos')]: 2,
        [at(2, 1)]: footer({ name: 'complete', payload: { p: '${screen.SLOT.form.photo}' } }),
      },
      'INVALID_ON_CLICK_ACTION_PAYLOAD',
      "In the complete action payload, PhotoPicker can only be used if the value of the 'max-uploaded-photos' property doesn't exceed 1.",
    ],
    [
      'a photo that is there from the start',
      endpointFlow,
      {
        'screens.1.layout.children': [
          {
            type: 'Form',
            name: 'form',
            'init-values': { photo: 'x' },
            children: [{ type: 'PhotoPicker', name: 'photo', label: 'Photo' }],
          },
        ],
      },
      'NATIVE_COMPONENT_IN_FORM_INIT_VALUES',
      "Property 'init-values' should not contain value for components: [PhotoPicker].",
    ],
  ])('with %s are refused', (_, flow, edits, error, message) => {
    expect(faultsOf(flow, edits)).toContainEqual({ error, message });
  });

  it('may look ahead to screens that come later, since 4.0', () => {
    expect(faultsOf(staticFlow, heading('${screen.DAY.form.note}'))).toEqual([]);
  });
});
