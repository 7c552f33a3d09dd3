import { isId } from '../../data/address-id.ts';

/** Written out rather than taken from the contract, which would bring all its schemas onto every page. */
export const messageClasses = ['otp', 'reply', 'utility', 'marketing'] as const;
export type MessageClass = (typeof messageClasses)[number];
export const outboxStates = ['ready', 'waiting', 'sending', 'unknown'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** What the address of the outbox asks for. */
export interface OutboxSearch {
  number?: string;
  class?: MessageClass;
  state?: OutboxState;
  source?: string;
}

export function readOutboxSearch(given: Record<string, unknown>): OutboxSearch {
  const { number, source } = given;
  const known = messageClasses.find((one) => one === given['class']);
  const state = outboxStates.find((one) => one === given['state']);
  return {
    ...(isId(number) ? { number } : {}),
    ...(known ? { class: known } : {}),
    ...(state ? { state } : {}),
    ...(isId(source) ? { source } : {}),
  };
}

export interface RefusedSearch {
  rule?: string;
  open?: string;
}

export function readRefusedSearch({ rule, open }: Record<string, unknown>): RefusedSearch {
  return {
    ...(typeof rule === 'string' && rule !== '' ? { rule } : {}),
    ...(isId(open) ? { open } : {}),
  };
}
