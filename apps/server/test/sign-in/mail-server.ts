import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server that accepts everything and keeps it. */
export interface MailServer {
  url: string;
  mails: { to: string; text: string }[];
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const mails: MailServer['mails'] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    converse(socket, mails);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As much of SMTP (RFC 5321) as a mail takes. */
function converse(socket: Socket, mails: MailServer['mails']): void {
  let rest = '';
  let to = '';
  let body: string[] | null = null;
  socket.write('220 test\r\n');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString()).split('\r\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (body !== null && line !== '.') {
        body.push(line);
        continue;
      }
      if (body !== null) mails.push({ to, text: unquoted(body.join('\n')) });
      to = /^RCPT TO:<(.+)>/i.exec(line)?.[1] ?? to;
      body = /^DATA/i.test(line) ? [] : null;
      socket.write(body ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n');
    }
  });
}

/** Long lines arrive as quoted-printable. */
function unquoted(text: string): string {
  return text
    .replaceAll('=\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
