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

const model = (routing_model: Record<string, string[]>): Edits => ({ routing_model });
const layout = { type: 'SingleColumnLayout', children: [{ type: 'TextBody', text: 'x' }] };
const wayTo = (name: string): Edits => ({ [at(0, 4, 'on-click-action.next.name')]: name });

describe('the ways between screens', () => {
  it.each<[string, FlowJson, Edits, string, string]>([
    [
      'to itself',
      staticFlow,
      wayTo('WELCOME'),
      'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
      'Same screen navigation is not allowed. Loop detected at [WELCOME].',
    ],
    [
      'to nowhere',
      staticFlow,
      wayTo('NOWHERE'),
      'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME',
      'Unknown screen ids found: [NOWHERE].',
    ],
    [
      'to all but one',
      staticFlow,
      { 'screens.2': { id: 'ISLAND', layout } },
      'INVALID_ROUTING_MODEL',
      'Following screens are not connected to any of the screens: (ISLAND). A connection is formed by the navigate screen action.',
    ],
    [
      'without a beginning',
      staticFlow,
      {
        [at(1, 3)]: {
          type: 'EmbeddedLink',
          text: 'Back',
          'on-click-action': navigateTo('WELCOME', { clinic: 'x' }),
        },
      },
      'INVALID_ROUTING_MODEL',
      'No entry screen found in the routing model. Add a screen that is not used as the next screen in any of the navigate actions.',
    ],
    [
      'without a model, though there is an endpoint',
      endpointFlow,
      { routing_model: undefined },
      'MISSING_REQUIRED_PROPERTY',
      "The property 'routing_model' is required for property 'data_api_version'.",
    ],
    [
      'of a model that lacks a screen',
      endpointFlow,
      model({ SERVICE: ['SLOT'] }),
      'INVALID_ROUTING_MODEL',
      'Following screens are missing in the routing model: (CONFIRM).',
    ],
    [
      'of a model with a stranger',
      endpointFlow,
      { 'routing_model.ABC': [] },
      'INVALID_ROUTING_MODEL',
      'Invalid screens found in the routing model: (ABC).',
    ],
    [
      'that go back',
      endpointFlow,
      { 'routing_model.SLOT': ['CONFIRM', 'SERVICE'] },
      'INVALID_ROUTING_MODEL',
      'Backward route [SLOT->SERVICE] corresponding to forward route [SERVICE->SLOT] is not allowed in the routing model. Only forward routes can be specified.',
    ],
    [
      'in a circle',
      endpointFlow,
      { 'routing_model.CONFIRM': ['SERVICE'] },
      'INVALID_ROUTING_MODEL',
      'Loop detected in the routing model for screens: (SERVICE, SLOT, CONFIRM).',
    ],
    [
      'of a model in two pieces',
      endpointFlow,
      model({ SERVICE: ['SLOT'], SLOT: [], CONFIRM: [] }),
      'INVALID_ROUTING_MODEL',
      'Following screens are not connected with the rest of the screens: (CONFIRM). All screens should be connected.',
    ],
    [
      'that the model lacks',
      endpointFlow,
      { [at(0, 1)]: footer(navigateTo('CONFIRM')) },
      'INVALID_ROUTING_MODEL',
      "Missing direct route from screen 'SERVICE' to screen 'CONFIRM' in the routing model, while it exists in the navigate screen action of screen 'SERVICE'.",
    ],
    [
      'in more than ten directions',
      endpointFlow,
      {
        'routing_model.SERVICE': ['SLOT', ...names(10)],
        screens: [...endpointFlow.screens, ...names(10).map((id) => ({ id, layout }))],
      },
      'INVALID_ROUTING_MODEL',
      'Number of branches exceeds the max limit of 10 for screen: SERVICE.',
    ],
  ])('%s are refused', (_, flow, edits, error, message) => {
    expect(faultsOf(flow, edits)).toContainEqual({ error, message });
  });

  it('need no model for a single screen', () => {
    expect(faultsOf(endpointFlow, { routing_model: {}, screens: [endpointFlow.screens[2]] })).toEqual([]);
  });

  it('may name a last screen only as a target', () => {
    expect(faultsOf(endpointFlow, model({ SERVICE: ['SLOT'], SLOT: ['CONFIRM'] }))).toEqual([]);
  });
});

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => 'X'.repeat(index + 1));
}
