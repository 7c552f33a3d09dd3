import type { Account, BusinessNumber, MetaApp, Step } from '../../data/numbers.ts';

/** The saree brand in Surat as its owner sees it on a good day: for tests and the gallery. */
export const sampleApp: MetaApp = {
  appId: '01939a3e-0000-7000-8000-00000000a001',
  metaAppId: '634974688087057',
  name: 'Trikon',
  callbackUrl: 'https://chat.suratsilks.in/hooks/meta/b2Nc0Ff3mQkX9wVtT1sZ8a',
  secretChangeSince: null,
  connectedAt: '2026-10-02T06:12:00Z',
};

export const sampleAccount: Account = {
  accountId: '01939a3e-0000-7000-8000-00000000b001',
  appId: sampleApp.appId,
  wabaId: '102290129340398',
  name: 'Surat Silks',
  currency: 'INR',
  timeZoneId: '71',
  reviewStatus: 'APPROVED',
  tokenKind: 'SYSTEM_USER',
  scopes: ['whatsapp_business_management', 'whatsapp_business_messaging'],
  expiresAt: null,
  problem: null,
  connectedBy: 'hand',
  connectedAt: '2026-10-02T06:12:00Z',
  subscribedAt: '2026-10-02T06:12:00Z',
  lastCheckedAt: '2026-11-21T06:21:00Z',
  disconnectedAt: null,
};

export const sampleNumber: BusinessNumber = {
  numberId: '01939a3e-0000-7000-8000-00000000c001',
  accountId: sampleAccount.accountId,
  phoneNumberId: '106540352242922',
  phone: '+912614001234',
  name: 'Surat Silks',
  nameStatus: 'APPROVED',
  newName: null,
  newNameStatus: null,
  quality: 'GREEN',
  messagingLimit: 'TIER_10K',
  throughput: 'STANDARD',
  messagesPerSecond: 80,
  status: 'CONNECTED',
  registered: true,
  codeVerification: 'VERIFIED',
  pinEnabled: true,
  onBusinessApp: false,
  mode: 'LIVE',
  username: null,
  connectedAt: '2026-10-02T06:12:00Z',
  lastCheckedAt: '2026-11-21T06:21:00Z',
  disconnectedAt: null,
};

const passed = (step: Step['step'], sentence: string): Step => ({
  step,
  result: 'passed',
  code: null,
  sentence,
  meta: null,
});

export const sampleSteps: Step[] = [
  passed('app', 'Meta knows the app Trikon, and the secret is its own.'),
  passed('token', 'The token is valid and does not expire.'),
  passed('scopes', 'The token may manage the account and send messages.'),
  passed('account', 'The account is Surat Silks.'),
  passed('numbers', 'The account has two numbers.'),
  {
    step: 'callback',
    result: 'failed',
    code: 'callback_not_verified',
    sentence: 'Meta could not reach this installation’s address.',
    meta: { code: 2200, trace: 'AbCdEfGh1234567890' },
  },
  {
    step: 'subscription',
    result: 'skipped',
    code: null,
    sentence: 'Not tried, because an earlier step has to pass first.',
    meta: null,
  },
  {
    step: 'registration',
    result: 'warning',
    code: 'number_not_registered',
    sentence: 'One number is not registered yet.',
    meta: null,
  },
];
