import { getAccount } from './accounts.ts';
import {
  debugToken,
  deleteAppSubscription,
  exchangeCode,
  getApp,
  listAppSubscriptions,
  setAppSubscription,
} from './app.ts';
import { blockUsers, listBlockedUsers, unblockUsers } from './block-list.ts';
import { downloadMedia } from './download-media.ts';
import { findEncryptionKey, setEncryptionKey } from './encryption-key.ts';
import { type Graph, type GraphOptions, openGraph } from './graph.ts';
import { markRead } from './mark-read.ts';
import { deleteMedia, getMedia } from './media.ts';
import { messageHistory } from './message-history.ts';
import { deregisterNumber, getNumber, listNumbers, registerNumber } from './numbers.ts';
import { requestCode, verifyCode } from './ownership.ts';
import { getProfile, setProfile } from './profiles.ts';
import { sendMarketingMessage, sendMessage } from './send-message.ts';
import { getSettings, setSettings } from './settings.ts';
import { listSubscribedApps, setNumberCallback, subscribeApp, unsubscribeApp } from './subscriptions.ts';
import { createTemplate, deleteTemplate, editTemplate, getTemplate, listTemplates } from './templates.ts';
import { uploadMedia } from './upload-media.ts';
import { uploadSample } from './upload-sample.ts';

export { GraphFailure } from './failure.ts';
export type { Failure, NotSent, Refused, Unknown, UnknownReason } from './failure.ts';
export type { ReadAccount } from './accounts.ts';
export type { AppSubscription, NewAppSubscription, TokenFacts } from './app.ts';
export type { Blocking, BlockResult } from './block-list.ts';
export type { Download } from './download-media.ts';
export type { EncryptionKey } from './encryption-key.ts';
export type { CallLimits, GraphOptions } from './graph.ts';
export type { MediaFile } from './media.ts';
export type { MessageHistory } from './message-history.ts';
export type { NumberField, ReadNumber, Registration } from './numbers.ts';
export type { BusinessProfile, ProfileChange } from './profiles.ts';
export type { Accepted, SendOutcome } from './send-message.ts';
export type { NumberSettings } from './settings.ts';
export type { CallbackOverride, SubscribedApp } from './subscriptions.ts';
export type { NewTemplate, ReadTemplate, TemplateEdit, TemplateQuery } from './templates.ts';
export type { Transport, TransportRequest, TransportResponse } from './transport.ts';
export type { MediaUpload } from './upload-media.ts';
export type { SampleFile } from './upload-sample.ts';
export type { Usage } from './usage.ts';

const verbs = {
  blockUsers,
  createTemplate,
  debugToken,
  deleteAppSubscription,
  deleteMedia,
  deleteTemplate,
  deregisterNumber,
  downloadMedia,
  editTemplate,
  exchangeCode,
  findEncryptionKey,
  getAccount,
  getApp,
  getMedia,
  getNumber,
  getProfile,
  getSettings,
  getTemplate,
  listAppSubscriptions,
  listBlockedUsers,
  listNumbers,
  listSubscribedApps,
  listTemplates,
  markRead,
  messageHistory,
  registerNumber,
  requestCode,
  sendMarketingMessage,
  sendMessage,
  setAppSubscription,
  setEncryptionKey,
  setNumberCallback,
  setProfile,
  setSettings,
  subscribeApp,
  unblockUsers,
  unsubscribeApp,
  uploadMedia,
  uploadSample,
  verifyCode,
};

/** Every verb, with the graph that it speaks to already given. */
export type GraphClient = {
  [Verb in keyof typeof verbs]: (typeof verbs)[Verb] extends (
    graph: Graph,
    ...rest: infer Rest
  ) => infer Answer
    ? (...rest: Rest) => Answer
    : never;
};

/** The Cloud API for one token. It retries nothing and remembers nothing: a client may be made for each call. */
export function createGraphClient(options: GraphOptions): GraphClient {
  const graph = openGraph(options);
  const bound = Object.entries(verbs).map(([name, verb]) => [
    name,
    (...rest: unknown[]) => (verb as (...given: unknown[]) => unknown)(graph, ...rest),
  ]);
  return Object.fromEntries(bound) as GraphClient;
}
