import type { Example } from './example.ts';

export const flowJson = JSON.stringify({
  version: '7.3',
  screens: [
    {
      id: 'VISIT',
      title: 'Visit',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          { type: 'DatePicker', name: 'day', label: 'Which day?', required: true },
          {
            type: 'Footer',
            label: 'Book',
            'on-click-action': { name: 'complete', payload: { day: '${form.day}' } },
          },
        ],
      },
    },
  ],
});

export const flowExamples: Example[] = [
  {
    call: 'POST /{WABA-ID}/flows',
    says: 'makes a Flow',
    form: { name: 'Conformance visit', categories: '["APPOINTMENT_BOOKING"]' },
    keep: { flow: 'id' },
  },
  {
    call: 'POST /{Flow-ID}/assets',
    says: 'uploads its screens',
    form: {
      name: 'flow.json',
      asset_type: 'FLOW_JSON',
      file: { name: 'flow.json', type: 'application/json', text: flowJson },
    },
  },
  { call: 'GET /{Flow-ID}/assets', says: 'lists its files' },
  { call: 'POST /{Flow-ID}', says: 'renames it', form: { name: 'Conformance visits' } },
  { call: 'GET /{Flow-ID}', says: 'reads it' },
  {
    call: 'GET /{Flow-ID}',
    says: 'reads all that can be read of it',
    query: {
      fields:
        'id,name,status,categories,validation_errors,json_version,data_api_version,preview,whatsapp_business_account,application,health_status',
    },
  },
  { call: 'GET /{WABA-ID}/flows', says: 'lists the Flows' },
];

export const flowsEnd: Example[] = [
  { call: 'POST /{Flow-ID}/publish', says: 'publishes it' },
  { call: 'POST /{Flow-ID}/deprecate', says: 'takes it out of use' },
  {
    call: 'POST /{WABA-ID}/flows',
    says: 'makes a Flow to delete',
    form: { name: 'Conformance draft', categories: '["OTHER"]' },
    keep: { flow: 'id' },
  },
  { call: 'DELETE /{Flow-ID}', says: 'deletes the draft' },
  {
    call: 'POST /{WABA-ID}/migrate_flows',
    says: 'copies Flows from another account',
    form: { source_waba_id: '{otherWaba}', source_flow_names: '["Conformance visits"]' },
  },
];
