import { until } from './event-log.ts';

export interface StreamFrame {
  id: string | undefined;
  event: string | undefined;
  data: { type: string; data: { name: string } } | undefined;
}

/** A reader of the live stream that remembers all it was sent. */
export interface StreamReader {
  response: Response;
  frames: StreamFrame[];
  /** Names in the data of the events so far. */
  names(): string[];
  lastId(): string | undefined;
  /** Waits until so many events have arrived. */
  arrived(count: number, within?: number): Promise<void>;
  ended: Promise<void>;
  close(): void;
}

export async function openStream(
  address: string,
  headers: Record<string, string>,
  onFrame: (frame: StreamFrame) => void = () => {},
): Promise<StreamReader> {
  const abort = new AbortController();
  const response = await fetch(address, { headers, signal: abort.signal });
  const frames: StreamFrame[] = [];
  const events = (): StreamFrame[] => frames.filter(({ data, event }) => data && event === undefined);
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body!) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop()!;
      for (const block of blocks) {
        const frame = frameOf(block);
        frames.push(frame);
        onFrame(frame);
      }
    }
  };
  return {
    response,
    frames,
    names: () => events().map(({ data }) => data!.data.name),
    lastId: () => frames.findLast(({ id }) => id !== undefined)?.id,
    arrived: (count, within) => until(() => events().length >= count, within),
    // Cut, ended and closed are all the end.
    ended: response.ok ? read().catch(() => {}) : Promise.resolve(),
    close: () => abort.abort(),
  };
}

function frameOf(block: string): StreamFrame {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trimStart()] as const;
    }),
  );
  const data = fields.get('data');
  return {
    id: fields.get('id'),
    event: fields.get('event'),
    data: data === undefined ? undefined : (JSON.parse(data) as StreamFrame['data']),
  };
}
