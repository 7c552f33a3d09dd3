import type { Example } from './example.ts';

const number = (method: string, edge: string) => `${method} /{Phone-Number-ID}/${edge}`;
const ofWhatsApp = { messaging_product: 'whatsapp' };

const profile: Example[] = [
  {
    call: number('POST', 'whatsapp_business_profile'),
    says: 'writes the profile',
    body: {
      ...ofWhatsApp,
      about: 'Silk since 1962',
      address: 'Ring Road, Surat',
      description: 'Sarees and dress materials',
      email: 'hello@example.in',
      websites: ['https://example.in'],
      vertical: 'RETAIL',
    },
  },
  {
    call: number('GET', 'whatsapp_business_profile'),
    says: 'reads the profile',
    query: { fields: 'about,address,description,email,profile_picture_url,websites,vertical' },
  },
  {
    call: number('POST', 'official_business_account'),
    on: { number: 'otherNumber' },
    says: 'applies to be an official business account',
    body: {
      action: 'SUBMIT_APPLICATION',
      business_website_url: 'https://example.in',
      primary_country_of_operation: 'India',
      primary_language: 'en',
    },
  },
  {
    call: number('GET', 'official_business_account'),
    on: { number: 'otherNumber' },
    says: 'reads how the application stands',
  },
  {
    call: number('POST', 'business_compliance_info'),
    says: 'writes what Indian law wants to be known',
    body: {
      ...ofWhatsApp,
      entity_name: 'Surat Silks Private Limited',
      entity_type: 'PRIVATE_COMPANY',
      is_registered: true,
      grievance_officer_details: {
        name: 'Meera Shah',
        email: 'grievance@example.in',
        mobile_number: '+919876500001',
        landline_number: '+912614001234',
      },
      customer_care_details: {
        email: 'care@example.in',
        mobile_number: '+919876500002',
        landline_number: '+912614001235',
      },
    },
  },
  { call: number('GET', 'business_compliance_info'), says: 'reads it' },
];

const settings: Example[] = [
  {
    call: number('POST', 'settings'),
    says: 'switches calls on',
    body: { calling: { status: 'ENABLED', call_icon_visibility: 'DEFAULT' } },
  },
  {
    call: number('POST', 'settings'),
    says: 'asks for identity checks',
    body: { user_identity_change: { enable_identity_key_check: true } },
  },
  { call: number('GET', 'settings'), says: 'reads the settings' },
  {
    call: number('POST', 'settings'),
    says: 'does without identity checks',
    body: { user_identity_change: { enable_identity_key_check: false } },
  },
  {
    call: number('POST', 'conversational_automation'),
    says: 'sets prompts and commands',
    body: {
      prompts: ['Track my order', 'दुकान कहाँ है?'],
      commands: [{ command_name: 'menu', command_description: 'Show the menu' }],
    },
  },
  {
    call: number('POST', 'whatsapp_commerce_settings'),
    says: 'shows the catalogue',
    query: { is_cart_enabled: 'true', is_catalog_visible: 'true' },
  },
  { call: number('GET', 'whatsapp_commerce_settings'), says: 'reads what is shown' },
  {
    call: number('POST', 'whatsapp_business_encryption'),
    says: 'uploads a key',
    form: { business_public_key: '{publicKey}' },
  },
  { call: number('GET', 'whatsapp_business_encryption'), says: 'reads the key' },
];

const links: Example[] = [
  {
    call: number('POST', 'message_qrdls'),
    says: 'makes a link',
    body: { prefilled_message: 'Show me the menu', generate_qr_image: 'SVG' },
    keep: { code: 'code' },
  },
  {
    call: number('POST', 'message_qrdls'),
    says: 'changes the words of the link',
    body: { code: '{code}', prefilled_message: 'मेनू दिखाइए' },
  },
  { call: number('GET', 'message_qrdls'), says: 'lists the links' },
  { call: number('GET', 'message_qrdls/{QR-Code-ID}'), says: 'reads one link' },
  { call: number('DELETE', 'message_qrdls/{QR-Code-ID}'), says: 'deletes it' },
];

const blocked = { ...ofWhatsApp, block_users: [{ user: '+{customer}' }] };

const blocks: Example[] = [
  { call: number('POST', 'block_users'), says: 'blocks a customer', body: blocked },
  { call: number('GET', 'block_users'), says: 'lists who is blocked' },
  { call: number('DELETE', 'block_users'), says: 'lets them write again', body: blocked },
];

const sdp = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=rtpmap:111 opus/48000/2',
  '',
].join('\r\n');

const offer = { sdp_type: 'offer', sdp };

const calls: Example[] = [
  {
    call: number('GET', 'call_permissions'),
    says: 'asks whether a customer may be called',
    query: { user_wa_id: '{customer}' },
  },
  {
    call: number('POST', 'calls'),
    says: 'calls',
    body: { ...ofWhatsApp, to: '+{caller}', action: 'connect', session: offer },
    keep: { callId: 'calls.0.id' },
  },
  {
    call: number('POST', 'calls'),
    says: 'hangs up',
    body: { ...ofWhatsApp, call_id: '{callId}', action: 'terminate' },
  },
];

export const numbers: Example[] = [
  { call: 'GET /{Phone-Number-ID}', says: 'reads a number' },
  {
    call: 'GET /{Phone-Number-ID}',
    says: 'reads the named fields of a number',
    query: {
      fields: 'id,display_phone_number,verified_name,quality_rating,code_verification_status,name_status',
    },
  },
  { call: 'GET /{WhatsApp-Account-Number-ID}', says: 'reads a number as the account names it' },
  { call: 'POST /{Phone-Number-ID}', says: 'sets the PIN', body: { pin: '150954' } },
  ...profile,
  ...settings,
  ...links,
  ...blocks,
  ...calls,
];

const onNewNumber = { number: 'newNumber' } as const;

/** A number's way onto the Cloud API and off it. */
export const registration: Example[] = [
  {
    call: number('POST', 'request_code'),
    on: onNewNumber,
    says: 'asks for a code',
    body: { code_method: 'SMS', language: 'en_US' },
  },
  {
    call: number('POST', 'verify_code'),
    on: onNewNumber,
    says: 'gives the code',
    body: { code: '{verificationCode}' },
  },
  {
    call: number('POST', 'register'),
    on: onNewNumber,
    says: 'registers the number',
    body: { ...ofWhatsApp, pin: '150954' },
  },
  { call: number('POST', 'deregister'), on: onNewNumber, says: 'takes the number off' },
];
