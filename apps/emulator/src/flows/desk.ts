import { createHash } from 'node:crypto';
import { refuse } from '../graph/errors.ts';
import type { Message } from '../messages/message.ts';
import { isObject, type JsonObject } from '../world/json.ts';
import type { FlowStore } from './flow.ts';
import type { FlowsOnPhones, Opening } from './opening.ts';
import type { PickedFiles } from './picked-files.ts';
import type { PickedFile } from './runtime/files.ts';
import type { FlowJson } from './runtime/flow.ts';
import type { EndpointAnswer, EndpointRequest, ErrorNotice } from './runtime/state.ts';
import { flowAsSent, type FlowUse, type Wanted } from './sending.ts';

/** What the desk asks of others. */
export interface DeskNeighbours {
  /** The Flow of a template's button; of interactive messages the desk knows it. */
  templateFlow(message: Message, button: string): Wanted | undefined;
  /** A picked file, as the phone uploaded it. */
  readMedia(id: string): { bytes: Uint8Array; mime: string } | undefined;
  /** Where endpoints reach the emulator. */
  origin(): string;
}

/** A Flow as the page that runs it gets it. */
interface FlowOnDesk {
  id: string;
  name: string;
  draft: boolean;
  json: FlowJson;
  token: string;
  action: 'navigate' | 'data_exchange';
  screen?: string;
  data?: JsonObject;
}

/** Flows from a phone's side: opened from the message that carried them, in the version of its time. */
export interface FlowDesk {
  view(message: Message, button: string): FlowOnDesk;
  exchange(message: Message, button: string, request: EndpointRequest | ErrorNotice): Promise<EndpointAnswer>;
  file(message: Message, button: string, file: { media: string; name: string }): Promise<PickedFile>;
}

interface Parts {
  store: FlowStore;
  onPhones: FlowsOnPhones;
  pickedFiles: PickedFiles;
}

export function createFlowDesk(
  { store, onPhones, pickedFiles }: Parts,
  neighbours: DeskNeighbours,
): FlowDesk {
  const useOf = (message: Message, button: string): FlowUse => {
    const wanted = flowOfContent(message.content) ?? neighbours.templateFlow(message, button);
    return wanted ? flowAsSent(store, message, wanted) : refuse(131009, 'The message carries no Flow');
  };
  return {
    view(message, button) {
      const use = useOf(message, button);
      const { opened } = requireOpen(onPhones.open(use));
      const name = store.flows.get(use.flowId)?.name ?? '';
      return { id: use.flowId, name, draft: use.isDraft, json: opened.flow, token: use.token, ...use.start };
    },
    async exchange(message, button, request) {
      const from = { use: useOf(message, button), numberId: message.numberId };
      if (!('error' in request)) return onPhones.ask(from, request);
      await onPhones.notify(from, request);
      return { kind: 'answered', body: null };
    },
    async file(_message, _button, { media, name }) {
      const file = neighbours.readMedia(media) ?? refuse(100, `There is no file ${media}.`);
      return {
        file_name: name,
        mime_type: file.mime,
        size_kb: Math.ceil(file.bytes.length / 1024),
        cdn: pickedFiles.keep(file.bytes, neighbours.origin()),
        media: { id: media, sha256: createHash('sha256').update(file.bytes).digest('base64') },
      };
    },
  };
}

/** Those of an interactive message. */
export function flowOfContent({ interactive }: JsonObject): Wanted | undefined {
  if (!isObject(interactive) || interactive['type'] !== 'flow' || !isObject(interactive['action']))
    return undefined;
  const { parameters } = interactive['action'];
  return isObject(parameters) ? parameters : undefined;
}

function requireOpen(opening: Opening): Extract<Opening, { opened: unknown }> {
  if ('opened' in opening) return opening;
  if (opening.closed === 'blocked') refuse(132068, 'Flow is in blocked state.');
  return refuse(
    131009,
    opening.closed === 'deprecated' ? 'The Flow is deprecated.' : 'The Flow is no longer there.',
  );
}
