export type FlowEvent = FlowStatusChange | FlowErrorRate | FlowLatency | FlowAvailability | FlowVersionExpiry;

export type FlowStatus = 'DRAFT' | 'PUBLISHED' | 'DEPRECATED' | 'BLOCKED' | 'THROTTLED';

interface OfFlow {
  flow_id: string;
  message?: string;
}

export interface FlowStatusChange extends OfFlow {
  event: 'FLOW_STATUS_CHANGE';
  /** Absent when the Flow has just been made. */
  old_status?: FlowStatus;
  new_status: FlowStatus;
  warning?: string;
}

/** Sent when a threshold is passed, and again when things are well. */
interface FlowAlert extends OfFlow {
  threshold: number;
  alert_state: 'ACTIVATED' | 'DEACTIVATED';
}

export interface FlowErrorRate extends FlowAlert {
  event: 'CLIENT_ERROR_RATE' | 'ENDPOINT_ERROR_RATE';
  /** Of a hundred, like the threshold. */
  error_rate: number;
  errors: { error_type: string; error_rate: number; error_count: number }[];
}

export interface FlowLatency extends FlowAlert {
  event: 'ENDPOINT_LATENCY';
  /** Milliseconds, like the threshold. */
  p90_latency: number;
  p50_latency: number;
  requests_count: number;
}

export interface FlowAvailability extends FlowAlert {
  event: 'ENDPOINT_AVAILABILITY';
  availability: number;
}

export interface FlowVersionExpiry extends OfFlow {
  event: 'FLOW_VERSION_EXPIRY_WARNING';
  warning: string;
}
