import { z } from 'zod';
import { get, post, remove } from './procedure.ts';
import { id, nothing } from './scalars.ts';

/** What is looked at when a number is connected or a connection is checked, in this order. */
export const connectionSteps = [
  'app',
  'token',
  'scopes',
  'account',
  'numbers',
  'callback',
  'subscription',
  'registration',
  'webhook',
] as const;

/** Why a step did not pass. Codes never change; the sentence beside one says what to do. */
export const connectionProblems = [
  'app_secret_wrong',
  'code_refused',
  'token_invalid',
  'token_expired',
  'token_of_another_app',
  'token_ends_soon',
  'scope_missing',
  'account_unreadable',
  'account_taken',
  'number_unknown',
  'number_taken',
  'number_not_registered',
  'callback_not_verified',
  'callback_elsewhere',
  'fields_missing',
  'not_subscribed',
  'no_webhook_lately',
  'meta_unreachable',
  'meta_slow',
  'meta_busy',
  'meta_refused',
] as const;

const stepSchema = z.object({
  step: z.enum(connectionSteps),
  /** `skipped` when an earlier step has to pass first. */
  result: z.enum(['passed', 'warning', 'failed', 'skipped']),
  code: z.enum(connectionProblems).nullable(),
  sentence: z.string(),
  /** What Meta answered, for a search in its documents and for its support. */
  meta: z.object({ code: z.number(), trace: z.string().nullable() }).nullable(),
});

const appSchema = z.object({
  appId: id,
  metaAppId: z.string(),
  name: z.string(),
  /** Where Meta delivers; shown to who may manage numbers, since it should be known to nobody else. */
  callbackUrl: z.string().nullable(),
  /** Since when a second app secret is accepted beside the first. */
  secretChangeSince: z.date().nullable(),
  connectedAt: z.date(),
});

const accountSchema = z.object({
  accountId: id,
  appId: id,
  /** The WhatsApp Business Account at Meta. */
  wabaId: z.string(),
  name: z.string(),
  currency: z.string().nullable(),
  /** Meta's number of the time zone in which it counts days. */
  timeZoneId: z.string().nullable(),
  reviewStatus: z.string().nullable(),
  tokenKind: z.string(),
  scopes: z.array(z.string()),
  /** When the token ends; null when it does not. */
  expiresAt: z.date().nullable(),
  /** Why the account could not be read when it was looked after last; a check says what to do. */
  problem: z.enum(connectionProblems).nullable(),
  connectedBy: z.enum(['sign-up', 'hand']),
  connectedAt: z.date(),
  subscribedAt: z.date().nullable(),
  lastCheckedAt: z.date(),
  disconnectedAt: z.date().nullable(),
});

const numberSchema = z.object({
  numberId: id,
  accountId: id,
  phoneNumberId: z.string(),
  phone: z.string(),
  /** What customers see, once `nameStatus` says that it was approved. */
  name: z.string(),
  nameStatus: z.string(),
  /** A name that waits for Meta's review, and what has become of that. */
  newName: z.string().nullable(),
  newNameStatus: z.string().nullable(),
  quality: z.string(),
  messagingLimit: z.string().nullable(),
  throughput: z.string(),
  messagesPerSecond: z.number(),
  status: z.string(),
  registered: z.boolean(),
  codeVerification: z.string(),
  pinEnabled: z.boolean(),
  /** The number stays in the WhatsApp Business app on its owner's phone. */
  onBusinessApp: z.boolean(),
  mode: z.string(),
  username: z.string().nullable(),
  connectedAt: z.date(),
  lastCheckedAt: z.date(),
  disconnectedAt: z.date().nullable(),
});

/** Ids of Meta are decimal text: as numbers they would lose digits. */
const metaId = z.string().regex(/^\d{5,20}$/, 'Meta’s ids are 5 to 20 digits');
const appSecret = z
  .string()
  .trim()
  .regex(/^[\da-f]{32}$/, 'An app secret is 32 characters from 0 to 9 and a to f');
const token = z
  .string()
  .trim()
  .min(10)
  .max(1000)
  .regex(/^[\w|.-]+$/, 'A token is one word of letters, digits and hyphens');

const connection = z.object({
  /** Null when a step failed; then nothing was stored. */
  accountId: id.nullable(),
  steps: z.array(stepSchema),
});

const onNumber = { numberId: id };
const onAccount = { accountId: id };
const onApp = { appId: id };

export const numbers = {
  list: get('numbers.read', '/numbers', {
    summary: 'Connected apps, accounts and numbers with their health; disconnected ones too',
  }).output(
    z.object({
      apps: z.array(appSchema),
      accounts: z.array(accountSchema),
      numbers: z.array(numberSchema),
    }),
  ),
  connect: post('numbers.manage', '/numbers/connections', {
    summary: 'Connect an account and its numbers by hand',
    description:
      'Each step is checked with Meta and answered with its result; when one fails nothing is stored. Connecting again what is connected repairs it.',
  })
    .input(z.strictObject({ metaAppId: metaId, appSecret, token, wabaId: metaId }))
    .output(connection),
  signUpSettings: get('numbers.manage', '/numbers/sign-up', {
    summary: 'What a browser needs to open Embedded Signup',
    description: 'Null when the operator has not set up an app for it.',
  }).output(
    z.object({
      signUp: z
        .object({
          metaAppId: z.string(),
          configId: z.string(),
          /** For numbers that stay in the WhatsApp Business app; null when not set up. */
          businessAppConfigId: z.string().nullable(),
          version: z.string(),
          sdkUrl: z.string(),
        })
        .nullable(),
    }),
  ),
  signUp: post('numbers.manage', '/numbers/sign-up', {
    summary: 'Finish Embedded Signup: connect what its owner shared',
    description:
      'The code lives for 30 seconds. The number is left out when Meta names only the account, as for the WhatsApp Business app.',
  })
    .input(
      z.strictObject({
        code: z.string().min(1).max(2000),
        wabaId: metaId,
        phoneNumberId: metaId.optional(),
      }),
    )
    .output(connection),
  check: post('numbers.manage', '/numbers/accounts/{accountId}/check', {
    summary: 'Check a connection step by step; changes nothing',
  })
    .input(z.strictObject(onAccount))
    .output(z.object({ steps: z.array(stepSchema) })),
  disconnect: remove('numbers.manage', '/numbers/accounts/{accountId}', {
    summary: 'Disconnect an account and its numbers; their history stays',
    description: '`unsubscribed` is false when Meta could not be told; the token is forgotten all the same.',
  })
    .input(z.strictObject(onAccount))
    .output(z.object({ unsubscribed: z.boolean() })),
  refresh: post('numbers.manage', '/numbers/{numberId}/refresh', {
    summary: 'Read a number from Meta again',
  })
    .input(z.strictObject(onNumber))
    .output(numberSchema),
  requestCode: post('numbers.manage', '/numbers/{numberId}/request-code', {
    summary: 'Have Meta send a code to the number, to prove who owns it',
  })
    .input(
      z.strictObject({
        ...onNumber,
        method: z.enum(['SMS', 'VOICE']),
        language: z
          .string()
          .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/)
          .default('en_US'),
      }),
    )
    .output(nothing),
  verifyCode: post('numbers.manage', '/numbers/{numberId}/verify-code', {
    summary: 'Give Meta the code that was sent to the number',
  })
    .input(z.strictObject({ ...onNumber, code: z.string().regex(/^\d{3}-?\d{3}$/, 'The code is 6 digits') }))
    .output(numberSchema),
  register: post('numbers.manage', '/numbers/{numberId}/register', {
    summary: 'Register a number for the Cloud API with its two-step PIN',
    description: 'A number without a PIN gets this one. Meta allows ten tries in 72 hours.',
  })
    .input(
      z.strictObject({
        ...onNumber,
        pin: z.string().regex(/^\d{6}$/, 'The PIN is 6 digits'),
        /** Where Meta keeps message data at rest, as a country; Meta’s usual place without it. */
        storageCountry: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      }),
    )
    .output(numberSchema),
  beginSecretChange: post('numbers.manage', '/numbers/apps/{appId}/next-secret', {
    summary: 'Accept a new app secret beside the present one',
    description:
      'The new one is checked with Meta first. Webhooks signed with either are accepted until the end.',
  })
    .input(z.strictObject({ ...onApp, appSecret }))
    .output(appSchema),
  finishSecretChange: post('numbers.manage', '/numbers/apps/{appId}/next-secret/finish', {
    summary: 'Forget the previous app secret',
  })
    .input(z.strictObject(onApp))
    .output(appSchema),
  cancelSecretChange: remove('numbers.manage', '/numbers/apps/{appId}/next-secret', {
    summary: 'Forget the new app secret and stay with the present one',
  })
    .input(z.strictObject(onApp))
    .output(appSchema),
};
