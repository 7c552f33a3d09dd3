import { fillIn, tap, type Step } from '../../src/flows/runtime/session.ts';
import type { Json } from '../../src/world/json.ts';
import type { Glass } from '../core/glass.ts';

/** An open Flow: whose it is, and how it goes on. */
export interface FlowAt {
  glass: Glass;
  on: { chat: string; message: string };
  button: string;
  key: string;
  take: (step: Step) => void;
}

/** The person enters or chooses something. */
export function enter(at: FlowAt, name: string | undefined, value: Json): void {
  const { state } = at.glass.ui.flow ?? {};
  if (state && name !== undefined) at.take(fillIn(state, name, value));
}

/** The person taps what leads on. */
export function press(at: FlowAt, path: string, item?: string): void {
  const { state } = at.glass.ui.flow ?? {};
  if (state) at.take(tap(state, path, item));
}
