import type { ActionAnswer, PhoneAction } from '../../src/phones/actions.ts';
import type { MediaView } from '../../src/phones/card-view.ts';
import type {
  CatalogView,
  ChatView,
  EntriesView,
  FlowView,
  NewPhone,
  PhoneView,
  Refused,
  ViewChange,
} from '../../src/phones/view.ts';

export interface ClockView {
  now: number;
  /** 0 stands still, 1 is ordinary time. */
  rate: number;
}

/** Everything that the page asks of the world. */
export interface Api {
  phones(): Promise<PhoneView[]>;
  phone(phone: string): Promise<PhoneView>;
  chat(phone: string, chat: string, before?: string): Promise<ChatView>;
  catalog(phone: string, chat: string): Promise<CatalogView>;
  flow(phone: string, chat: string, message: string, button: string): Promise<FlowView>;
  act(phone: string, action: PhoneAction): Promise<ActionAnswer>;
  addPhone(phone: NewPhone): Promise<PhoneView>;
  removePhone(phone: string): Promise<unknown>;
  upload(file: Blob, name?: string): Promise<MediaView>;
  entries(): Promise<EntriesView>;
  clock(): Promise<ClockView>;
  moveClock(change: { rate: number } | { advance: number }): Promise<ClockView>;
  listen(heard: (change: ViewChange) => void): void;
}

/** What the world refuses, in words for the person with the phone. */
export class Refusal extends Error {}

export function serverApi(): Api {
  const chatPath = (phone: string, chat: string): string =>
    `/world/phones/${encodeURIComponent(phone)}/chats/${encodeURIComponent(chat)}`;
  return {
    phones: () => ask('/world/phones'),
    phone: (phone) => ask(`/world/phones/${encodeURIComponent(phone)}`),
    chat: (phone, chat, before) => ask(`${chatPath(phone, chat)}${query({ before })}`),
    catalog: (phone, chat) => ask(`${chatPath(phone, chat)}/catalog`),
    flow: (phone, chat, message, button) => ask(`${chatPath(phone, chat)}/flow${query({ message, button })}`),
    act: (phone, action) => ask(`/world/phones/${encodeURIComponent(phone)}/actions`, json(action)),
    addPhone: (phone) => ask('/world/phones', json(phone)),
    removePhone: (phone) => ask(`/world/phones/${encodeURIComponent(phone)}`, { method: 'DELETE' }),
    upload: (file, name) =>
      ask(`/world/media${query({ name })}`, {
        method: 'POST',
        headers: { 'content-type': file.type || 'application/octet-stream' },
        body: file,
      }),
    entries: () => ask('/world/entries'),
    clock: () => ask('/world/clock'),
    moveClock: (change) => ask('/world/clock', json(change)),
    listen: (heard) => {
      const stream = new EventSource('/world/stream');
      stream.addEventListener('message', ({ data }) => heard(JSON.parse(String(data)) as ViewChange));
      // What happened while the line was down is read again as a whole.
      stream.addEventListener('open', () => {
        heard({ change: 'phones' });
        heard({ change: 'clock' });
      });
    },
  };
}

export const json = (body: object, method = 'POST'): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

function query(values: Record<string, string | undefined>): string {
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length > 0 ? `?${new URLSearchParams(given)}` : '';
}

export async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const answer = await reach(path, init);
  return (await answer.json()) as T;
}

/** The world's answer as it comes, for what is not JSON. */
export async function reach(path: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(path, init).catch(() => {
    throw new Refusal('The emulator does not answer. Is it running?');
  });
  if (answer.ok) return answer;
  const refused = (await answer.json().catch(() => undefined)) as Refused | undefined;
  throw new Refusal(refused?.error.message ?? `The emulator answered with ${answer.status}.`);
}
