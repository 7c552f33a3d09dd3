import type { Example } from './example.ts';

/** Clients of an app, and numbers that a partner verifies before a client takes them. */
export const partners: Example[] = [
  {
    call: 'GET /{Application-ID}/connected_client_businesses',
    says: 'lists the clients of an app',
    asApp: true,
  },
  {
    call: 'POST /{Business-ID}/add_phone_numbers',
    says: 'adds a number that is verified beforehand',
    body: { phone_number: '+912614007777' },
    keep: { preverifiedNumber: 'id' },
  },
  { call: 'GET /{Business-ID}/preverified_numbers', says: 'lists those numbers' },
  {
    call: 'GET /{Pre-Verified-Phone-Number-ID}',
    says: 'reads one',
    query: { fields: 'id,country_prefix,display_phone_number,is_input_id_valid' },
  },
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
  { call: 'DELETE /{Pre-Verified-Phone-Number-ID}', says: 'removes it' },
];
