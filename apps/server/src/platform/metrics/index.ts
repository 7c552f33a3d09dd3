export { createMetrics, type Metrics } from './create-metrics.ts';
export { outboundMetrics, requestMetrics } from './instruments.ts';
