import type { Step } from '../../src/flows/runtime/session.ts';
import type { Glass } from '../core/glass.ts';

/** An open Flow: whose it is, and how it goes on. */
export interface FlowAt {
  glass: Glass;
  on: { chat: string; message: string };
  button: string;
  key: string;
  take(step: Step): void;
}
