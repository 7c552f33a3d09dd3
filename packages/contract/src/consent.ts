import { z } from 'zod';
import { get, post } from './procedure.ts';
import { contactInList, id, line, pageInput, pageOf, textLanguage, writtenText } from './scalars.ts';

/** What people may agree to. Orders are what they bought and what follows from it; promotions everything that sells. */
export const consentPurposes = ['service', 'orders', 'promotions'] as const;

/** One of them, or a part of one that is the workspace's own: `promotions.festivals`. */
export const consentPurpose = z
  .string()
  .regex(
    /^(service|orders|promotions)(\.[a-z][a-z0-9_]{0,39})?$/,
    'Name service, orders, promotions, or a purpose of the workspace’s own such as promotions.festivals',
  );

/** What is to be sent, as Meta charges it; `service` is a free answer while the window is open. */
export const messageCategories = ['marketing', 'utility', 'authentication', 'service'] as const;

/** Why consent stands in the way. Codes never change. */
export const consentRefusals = [
  'consent_frozen',
  'consent_stopped',
  'consent_withdrawn',
  'consent_not_granted',
] as const;

const consentEntryKinds = [
  'granted',
  'withdrawn',
  'stopped',
  'resumed',
  'frozen',
  'released',
  'erased',
] as const;

/** `*` stands for all of them, those of later versions too. */
const purpose = z.union([consentPurpose, z.literal('*')]);

const state = z.object({
  contactId: id,
  granted: z.array(z.string()),
  withdrawn: z.array(z.string()),
  /** They chose in WhatsApp itself to get no marketing from this business. */
  stoppedAt: z.date().nullable(),
  frozenAt: z.date().nullable(),
  frozenReason: z.string().nullable(),
  /** Whether consent allows it; null means that it does. The window, the template and all else are not asked here. */
  refusals: z.record(z.enum(messageCategories), z.enum(consentRefusals).nullable()),
});

export const consentEntry = z.object({
  entryId: id,
  contactId: id,
  kind: z.enum(consentEntryKinds),
  purpose: z.string().nullable(),
  /** Of a freeze: a stable word, such as `number_changed`. */
  reason: z.string().nullable(),
  source: z.string(),
  at: z.date(),
  /** What they were shown, with the SHA-256 of its words in `language`. */
  notice: z
    .object({ noticeId: id, version: z.number().int(), name: z.string(), textHash: z.string() })
    .nullable(),
  language: z.string().nullable(),
  country: z.string().nullable(),
  campaign: z.string().nullable(),
  store: z.string().nullable(),
  termsUrl: z.string().nullable(),
  /** What may be personal: address, device, staff, exact words. Null when it was erased. */
  evidence: z.record(z.string(), z.unknown()).nullable(),
  actor: z.object({ kind: z.enum(['user', 'key', 'system']), id: z.string() }),
  recordedAt: z.date(),
  /** Its place in the ledger's chain, which it gets within a second or so. */
  seal: z.object({ seq: z.number().int(), hash: z.string(), sealedAt: z.date() }).nullable(),
});

const evidence = z.strictObject({
  /** What they were shown or asked, word for word. */
  wording: writtenText(4000).optional(),
  wordingVersion: line(100).optional(),
  language: textLanguage.optional(),
  /** What they did: ticked a box, signed, said it on the phone. */
  method: line(100).optional(),
  termsUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  campaign: line(200).optional(),
  store: line(200).optional(),
  staff: line(200).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  ip: z.union([z.ipv4(), z.ipv6()]).optional(),
  device: line(300).optional(),
  note: writtenText(2000).optional(),
});

const ofContact = { contactId: id };

const purposeTexts = z.record(z.string(), z.object({ name: z.string(), explanation: z.string() }));

/** What they read then, word for word, as the version of the notice that the entry names keeps it. */
const wordsShown = z.object({
  heading: z.string(),
  body: z.string(),
  agree: z.string(),
  purposes: purposeTexts,
  /** Whether these words still hash to what the entry says was shown. */
  intact: z.boolean(),
});

const provedEntry = consentEntry.extend({
  words: wordsShown.nullable(),
  /** Of the person who recorded it, while they are a member. */
  actorName: z.string().nullable(),
  /** The bytes whose hash, behind that of the entry before it, is the seal's. */
  line: z.string().nullable(),
  previousHash: z.string().nullable(),
});

const provedPurpose = z.object({
  purpose: z.string(),
  texts: purposeTexts,
  allowed: z.boolean(),
  /** Why not; null when it is allowed. */
  refusal: z.enum(consentRefusals).nullable(),
  /** On what it rests: they agreed, or have not objected to what needs no agreement. */
  basis: z.enum(['granted', 'not_objected']).nullable(),
  /** The entry that decides; null where nothing was said. */
  decidedBy: id.nullable(),
});

const proof = z.object({
  contactId: id,
  ...contactInList,
  at: z.date(),
  purposes: z.array(provedPurpose),
  frozen: z.object({ at: z.date(), reason: z.string(), decidedBy: id.nullable() }).nullable(),
  stopped: z.object({ at: z.date(), decidedBy: id.nullable() }).nullable(),
  /** The newest first; `more` when there are older ones than these. */
  entries: z.array(provedEntry),
  more: z.boolean(),
  keyId: z.string(),
  publicKey: z.string(),
  checkpoint: z
    .object({ seq: z.number().int(), head: z.string(), at: z.string(), signature: z.string() })
    .nullable(),
});

export const consent = {
  overview: get('consent.read', '/consent/overview', {
    summary: 'How many contacts agreed to what, and how many are held',
  })
    .input(z.strictObject({}))
    .output(
      z.object({
        purposes: z.array(
          z.object({
            purpose: z.string(),
            texts: purposeTexts,
            archived: z.boolean(),
            granted: z.number().int(),
            withdrawn: z.number().int(),
          }),
        ),
        /** Who took everything back at once. */
        withdrawnAll: z.number().int(),
        /** By WhatsApp’s own preference. */
        stopped: z.number().int(),
        frozen: z.number().int(),
      }),
    ),
  proof: get('consent.read', '/contacts/{contactId}/consent/proof', {
    summary: 'Why a contact may be messaged, or not: the entries that decide, with the words that were shown',
  })
    .input(z.strictObject(ofContact))
    .output(proof),
  get: get('consent.read', '/contacts/{contactId}/consent', {
    summary: 'What a contact agreed to and took back, and what follows from it',
  })
    .input(z.strictObject(ofContact))
    .output(state),
  entries: get('consent.read', '/contacts/{contactId}/consent/entries', {
    summary: 'Everything recorded of a contact’s consent, newest first',
  })
    .input(z.strictObject({ ...ofContact, ...pageInput }))
    .output(pageOf(consentEntry)),
  record: post('consent.manage', '/contacts/{contactId}/consent/entries', {
    summary: 'Record that a contact agreed, or took it back',
    description:
      'Entries are kept for good. The latest one about a purpose counts, by the time at which it happened; of two at one instant the stricter.',
  })
    .input(
      z
        .strictObject({
          ...ofContact,
          kind: z.enum(['granted', 'withdrawn']),
          purpose,
          /** Where it happened, such as a form or a counter. */
          source: line(60),
          /** When it happened; now without it. */
          at: z.iso.datetime({ offset: true }).optional(),
          /** The approved notice that they were shown; then `evidence.language` says in which language. */
          notice: z.strictObject({ noticeId: id, version: z.number().int().min(1) }).optional(),
          evidence: evidence.default({}),
        })
        .refine(({ kind, purpose: named }) => kind === 'withdrawn' || named !== '*', {
          path: ['purpose'],
          message: 'Consent is given for a purpose that is named; only taken back it may be for all of them',
        }),
    )
    .output(state),
  release: post('consent.manage', '/contacts/{contactId}/consent/release', {
    summary: 'End a freeze, once somebody made sure who is behind the number',
  })
    .input(z.strictObject({ ...ofContact, reason: line(300) }))
    .output(state),
};
