import type { NumberHealth } from './health/health-query.ts';
import type { RunningTest } from './live-test/live-test-query.ts';
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

const twice = (en: [string, string], hi: [string, string]) => ({
  en: { happened: en[0], next: en[1] },
  hi: { happened: hi[0], next: hi[1] },
});

/** The day after a campaign that was too eager. */
export const sampleHealth: NumberHealth = {
  numberId: sampleNumber.numberId,
  severity: 'critical',
  findings: [
    {
      code: 'limit_nearly_used',
      severity: 'warning',
      words: twice(
        [
          'The limit of new customers in a day is nearly used up.',
          'Plan the next campaign for tomorrow, or spread it.',
        ],
        ['एक दिन में नए ग्राहकों की सीमा लगभग पूरी हो गई है।', 'अगला अभियान कल रखें, या उसे बाँट दें।'],
      ),
    },
    {
      code: 'allowance_nearly_used',
      severity: 'notice',
      words: twice(
        [
          'Most of this month’s free replies are used.',
          'See that the account can pay at Meta before they are used up.',
        ],
        ['इस महीने के ज़्यादातर मुफ़्त जवाब लग चुके हैं।', 'ख़त्म होने से पहले देखें कि खाता Meta को भुगतान कर सकता है।'],
      ),
    },
  ],
  quality: 'YELLOW',
  status: 'CONNECTED',
  throughput: { level: 'STANDARD', messagesPerSecond: 80 },
  messagingLimit: { tier: 'TIER_10K', customers: 10_000, used: 8_420 },
  name: { shown: 'Surat Silks', status: 'APPROVED', next: null, nextStatus: null },
  sending: { pausedAt: '2026-11-21T05:40:00Z', pausedReason: 'manual', why: null, queued: 1_250 },
  templatesPaused: 2,
  webhooks: { lastAt: '2026-11-21T06:20:00Z', waiting: 340, oldestSeconds: 95 },
  tokenEndsAt: '2026-12-02T06:00:00Z',
  allowance: { free: 1_000, used: 912 },
  errors: [
    {
      code: 131_026,
      count: 214,
      class: 'refused',
      actor: 'customer',
      words: twice(
        [
          'WhatsApp cannot reach the customer.',
          'Ask whether the number is on WhatsApp, and use another way until then.',
        ],
        ['WhatsApp ग्राहक तक नहीं पहुँच सकता।', 'पूछें कि नंबर WhatsApp पर है या नहीं, और तब तक दूसरा तरीक़ा अपनाएँ।'],
      ),
    },
    {
      code: 131_049,
      count: 38,
      class: 'refused',
      actor: 'nobody',
      words: twice(
        [
          'Meta held back marketing, because the customer had enough of it.',
          'Nothing. Try again in a few days.',
        ],
        ['Meta ने प्रचार रोका, क्योंकि ग्राहक को काफ़ी मिल चुका है।', 'कुछ नहीं। कुछ दिन बाद फिर कोशिश करें।'],
      ),
    },
  ],
  meta: {
    canSend: 'LIMITED',
    entities: [
      { type: 'PHONE_NUMBER', id: sampleNumber.phoneNumberId, canSend: 'AVAILABLE', reasons: [] },
      {
        type: 'WABA',
        id: sampleAccount.wabaId,
        canSend: 'LIMITED',
        reasons: ['A payment method is missing. Add one in Business Manager.'],
      },
      { type: 'SOMETHING_NEW', id: '1', canSend: 'BLOCKED', reasons: [] },
    ],
  },
};

const testWords = twice(
  [
    'The phone has not got the message.',
    'See that the number is right and on WhatsApp, and that the phone is online. Then try again.',
  ],
  ['फ़ोन पर संदेश नहीं पहुँचा।', 'देखें कि नंबर सही है, WhatsApp पर है और फ़ोन ऑनलाइन है। फिर दोबारा आज़माएँ।'],
);

/** A test that stopped at the phone. */
export const sampleTest: RunningTest = {
  testId: '01939a3e-0000-7000-8000-00000000d001',
  numberId: sampleNumber.numberId,
  phone: '+919825012345',
  template: 'hello_world',
  messageId: '01939a3e-0000-7000-8000-00000000d002',
  startedAt: '2026-11-21T06:20:00Z',
  state: 'failed',
  steps: [
    { step: 'allowed', result: 'passed', at: '2026-11-21T06:20:00Z', reason: null, words: testWords },
    { step: 'accepted', result: 'passed', at: '2026-11-21T06:20:01Z', reason: null, words: testWords },
    { step: 'sent', result: 'waiting', at: null, reason: null, words: testWords },
    { step: 'delivered', result: 'failed', at: null, reason: 'meta_131026', words: testWords },
    { step: 'answered', result: 'skipped', at: null, reason: null, words: testWords },
  ],
};
