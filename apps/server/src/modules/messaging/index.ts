export { categoryPrices, type CategoryPrices } from './cost/category-prices.ts';
export { costRoutes } from './cost/routes.ts';
export { createDispatchCounts } from './dispatch/counts.ts';
export type { DispatchParts } from './dispatch/dispatch-parts.ts';
export { startDispatch, type Dispatch } from './dispatch/dispatch.ts';
export { messageToSend } from './dispatch/message-to-send.ts';
export { confirm, reconcile } from './dispatch/reconcile.ts';
export { Recovery } from './dispatch/recovery.ts';
export { outboxRoutes } from './dispatch/routes.ts';
export { messagingErasers } from './erasing/erasers.ts';
export { createSettle, type Settle } from './dispatch/settle.ts';
export { sentenceOf } from './gate/sentences.ts';
export { numberHealthRoutes } from './health/routes.ts';
export { mountIngest } from './ingest/mount.ts';
export { liveTestRoutes } from './live-test/routes.ts';
export { messagingTasks } from './jobs.ts';
export type { MediaParts } from './media/media-parts.ts';
export { mountMediaLinks } from './media/mount-links.ts';
export { keyOf as mediaKey } from './media/store-file.ts';
export { mountUpload } from './media/mount-upload.ts';
export { mediaRoutes } from './media/routes.ts';
export { openArrivals } from './processing/arrivals.ts';
export { processingMetrics } from './processing/metrics.ts';
export { openNeighbours } from './processing/neighbours.ts';
export { webhooksInWords } from './processing/lag.ts';
export { processingSubscribers } from './processing/retry.ts';
export { webhooksRoutes } from './processing/routes.ts';
export { contactTalk } from './messages/contact-talk.ts';
export { lastMessageCondition } from './messages/last-message-condition.ts';
export { messageLines } from './messages/message-lines.ts';
export { messagesRoutes } from './messages/routes.ts';
export { startProcessing, type Processing } from './processing/processor.ts';
export { createReferences } from './messages/reference.ts';
export { openSamples } from './media/sample-files.ts';
export { scanAt } from './media/scan.ts';
export type { SendParts, Sent } from './send/intent.ts';
export { send } from './send/send.ts';
export { sendingRoutes } from './send/routes.ts';
export {
  pauseSourcesUsing,
  resumeSourcesOf,
  setTemplateControls,
  type TemplateControl,
} from './template-control/controls.ts';
export { usesInOutbox } from './send/template-uses.ts';
