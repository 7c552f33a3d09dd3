import type { FlowStatus } from '@trikon/whatsapp';
import type { Collection, Index, Thing } from '../world/collection.ts';
import type { Setting, World } from '../world/world.ts';
import type { FlowFacts } from './flow-facts.ts';
import type { ValidationError } from './flow-json/report.ts';

/** A Flow of an account (Meta, "Flows API"). */
export interface Flow extends Thing {
  wabaId: string;
  name: string;
  categories: string[];
  status: FlowStatus;
  endpointUri?: string;
  /** The app whose secret signs what goes to the endpoint. */
  appId?: string;
  /** What is being worked on; absent after it was published. */
  draftId?: string;
  /** What was published, the oldest first; messages keep the one with which they were sent. */
  publishedIds: string[];
  createdAt: number;
  preview?: { token: string; until: number };
  /** When messages went out while it was throttled, within the last hour. */
  throttledSends: number[];
  /** The thresholds that are passed now, by the name of their alert. */
  alerts: Record<string, number>;
  /** The version of Flow JSON of whose end it was warned. */
  warnedOf?: string;
  /** Since when things are as bad or as good as they are. */
  unwellSince?: number;
  wellSince?: number;
}

export interface FlowVersion extends Thing {
  flowId: string;
  text: string;
  errors: ValidationError[];
  facts: FlowFacts;
  publishedAt?: number;
}

export interface FlowStore {
  flows: Collection<Flow>;
  versions: Collection<FlowVersion>;
  ofWaba: Index<Flow>;
  settings: Setting<FlowSettings>;
  /** What is shown and edited: the draft, or what was published last. */
  currentOf: (flow: Flow) => FlowVersion | undefined;
  publishedOf: (flow: Flow) => FlowVersion | undefined;
}

/** How Flows behave where Meta leaves it open or the tester wants trouble. */
export type FlowSettings = {
  /** How often the endpoint of a published Flow is asked whether it is well; 0 never. */
  pingMinutes: number;
  /** How long the worst thresholds must be passed before a Flow is throttled, and as long again before it is blocked. */
  patienceMinutes: number;
  /** How long it must be well to get one step back. */
  recoveryMinutes: number;
  /** Fewer requests say nothing about the share of errors. */
  leastRequests: number;
  /** Spoils requests to endpoints: none, key, tag or signature. */
  corruption: string;
  /** Milliseconds by which every request to an endpoint is late. */
  delay: number;
  /** A version of Flow JSON that Meta is about to freeze, and when. */
  freezingVersion: string;
  freezesAt: number;
};

const defaultFlowSettings: FlowSettings = {
  pingMinutes: 5,
  patienceMinutes: 30,
  recoveryMinutes: 10,
  leastRequests: 3,
  corruption: 'none',
  delay: 0,
  freezingVersion: '',
  freezesAt: 0,
};

export function createFlowStore(world: World): FlowStore {
  const flows = world.collection<Flow>('flows');
  const versions = world.collection<FlowVersion>('flow_versions');
  const publishedOf = ({ publishedIds }: Flow): FlowVersion | undefined =>
    versions.get(publishedIds.at(-1) ?? '');
  return {
    flows,
    versions,
    ofWaba: flows.index(({ wabaId }) => wabaId),
    settings: world.setting('flows', defaultFlowSettings),
    publishedOf,
    currentOf: (flow) => (flow.draftId === undefined ? publishedOf(flow) : versions.get(flow.draftId)),
  };
}
