/** One message of a Server-Sent Events stream (https://html.spec.whatwg.org/multipage/server-sent-events.html). */
export interface StreamFrame {
  /** The place after this message; undefined when the message does not move it. */
  id: string | undefined;
  event: string;
  /** Empty for a message that only moves the place. */
  data: string;
}

/** Takes the text of a stream as it arrives, in pieces of any size, and gives the messages that have ended. */
export function createFrameReader(): (text: string) => StreamFrame[] {
  let rest = '';
  return (text) => {
    const blocks = (rest + text).split(/\r?\n\r?\n/);
    // What has not ended yet may be cut off here for good, so its id must not count as seen.
    rest = blocks.pop() ?? '';
    return blocks.map(frameOf);
  };
}

function frameOf(block: string): StreamFrame {
  const frame: StreamFrame = { id: undefined, event: 'message', data: '' };
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'id') frame.id = value;
    if (name === 'event') frame.event = value;
    if (name === 'data') data.push(value);
  }
  frame.data = data.join('\n');
  return frame;
}
