import type { Example } from './example.ts';

const waba = (method: string, edge: string) => `${method} /{WABA-ID}/${edge}`;

/** An account, its webhooks and its numbers; the portfolio and the people. */
export const accounts: Example[] = [
  {
    call: 'GET /{WABA-ID}',
    says: 'reads an account',
    query: { fields: 'id,name,currency,timezone_id,message_template_namespace,account_review_status' },
  },
  { call: 'POST /{WABA-ID}', says: 'renames an account', body: { name: 'Surat Silks' } },
  { call: waba('POST', 'subscribed_apps'), says: 'subscribes the app' },
  { call: waba('GET', 'subscribed_apps'), says: 'lists the subscribed apps' },
  { call: waba('GET', 'phone_numbers'), says: 'lists the numbers' },
  {
    call: waba('POST', 'phone_numbers'),
    says: 'adds a number',
    body: { cc: '91', phone_number: '2614009999', verified_name: 'Surat Silks Bridal' },
    keep: { newNumber: 'id' },
  },
  {
    call: 'GET /{WhatsApp-Business-Account-ID}/assigned_users',
    says: 'lists the people of the account',
    query: { business: '{business}' },
  },
  {
    call: 'POST /{WhatsApp-Business-Account-ID}/assigned_users',
    says: 'lets somebody in',
    form: { user: '{user}', tasks: '["MANAGE"]' },
  },
  { call: 'GET /{User-ID}/assigned_whatsapp_business_accounts', says: 'lists where somebody is let in' },
  {
    call: 'DELETE /{WhatsApp-Business-Account-ID}/assigned_users',
    says: 'takes it back',
    form: { user: '{user}' },
  },
  { call: 'GET /{Business-ID}', says: 'reads the portfolio', query: { fields: 'id,name,timezone_id' } },
  { call: 'GET /{Business-ID}/owned_whatsapp_business_accounts', says: 'lists its accounts' },
  { call: 'GET /{Business-ID}/client_whatsapp_business_accounts', says: "lists its clients' accounts" },
];

export const accountsEnd: Example[] = [
  { call: waba('DELETE', 'subscribed_apps'), says: 'ends the subscription' },
  { call: waba('POST', 'subscribed_apps'), says: 'subscribes again' },
];
