import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The ceiling of the emulator: Node's own server that reads a JSON body and answers as briefly as Graph does. */
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const { to } = JSON.parse(Buffer.concat(parts).toString()) as { to: string };
    const answer = JSON.stringify({
      messaging_product: 'whatsapp',
      contacts: [{ input: to, wa_id: to }],
      messages: [{ id: 'x' }],
    });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(answer) })
      .end(answer);
  });
});

server.listen(0, '127.0.0.1', () =>
  console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
