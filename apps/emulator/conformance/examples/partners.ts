import type { Example } from './example.ts';

const app = (method: string, edge: string) => `${method} /{Application-ID}/${edge}`;
const solution = (edge: string) => `POST /{Solution-ID}/${edge}`;

/** What solution partners and tech providers do with one another and with their clients. */
export const partners: Example[] = [
  { call: app('GET', 'connected_client_businesses'), says: 'lists the clients of an app' },
  {
    call: app('POST', 'whatsapp_business_solution'),
    says: 'proposes a solution',
    body: {
      solution_name: 'Trikon with Surat Silks',
      partner_app_id: '{partnerApp}',
      owner_permissions: ['MESSAGING'],
      partner_permissions: ['MESSAGING'],
    },
    keep: { solution: 'solution_id' },
  },
  { call: app('GET', 'whatsapp_business_solutions'), says: 'lists the solutions of an app' },
  { call: 'GET /{WABA-ID}/solutions', says: 'lists the solutions of an account' },
  { call: 'GET /{Solution-ID}', says: 'reads a solution' },
  { call: solution('accept'), says: 'joins it', body: { partner_app_id: '{partnerApp}' } },
  {
    call: 'GET /{Solution-ID}/access_token',
    says: 'reads the token of a solution',
    query: { business_id: '{business}' },
  },
  { call: solution('send_deactivation_request'), says: 'asks to end it', body: { reason: 'Moved' } },
  {
    call: solution('reject_deactivation_request'),
    says: 'says no',
    body: { reject_deactivation_request: true },
  },
  { call: solution('accept_deactivation_request'), says: 'says yes', body: {} },
  { call: solution('reject'), says: 'declines a solution', body: { request_type: 'PARTNERSHIP_REQUEST' } },
  { call: 'GET /{WABA-ID}/in_progress_onbehalf_request', says: 'lists requests to take over' },
  {
    call: 'POST /{Business-ID}/onboard_partners_to_mm_lite',
    says: 'brings clients to the Marketing Messages API',
    query: { solution_id: '{solution}' },
  },
  {
    call: 'POST /{Business-ID}/add_phone_numbers',
    says: 'adds a number that is verified beforehand',
    body: { phone_number: '+912614007777' },
    keep: { preverifiedNumber: 'id' },
  },
  { call: 'GET /{Business-ID}/preverified_numbers', says: 'lists those numbers' },
  { call: 'GET /{Pre-Verified-Phone-Number-ID}', says: 'reads one' },
  {
    call: 'POST /{Pre-Verified-Phone-Number-ID}/request_code',
    says: 'asks for its code',
    body: { code_method: 'SMS', language: 'en_US' },
  },
  {
    call: 'POST /{Pre-Verified-Phone-Number-ID}/verify_code',
    says: 'gives its code',
    body: { code: '{verificationCode}' },
  },
  {
    call: 'POST /{Business-ID}/share_preverified_numbers',
    says: 'shares it with a partner',
    body: { preverified_id: '{preverifiedNumber}', partner_business_id: '{partnerBusiness}' },
  },
  { call: 'GET /{Pre-Verified-Phone-Number-ID}/partners', says: 'lists whom it is shared with' },
  { call: 'DELETE /{Pre-Verified-Phone-Number-ID}', says: 'removes it' },
];
