import { createTransport } from 'nodemailer';
import type { Logger } from '../log/index.ts';

type Mail =
  | { kind: 'invitation'; to: string; link: string; workspaceName: string }
  | { kind: 'password_reset'; to: string; link: string };

export interface Mailer {
  /** Sends in the background; a failure is logged, since the link can be made again. */
  sendLater(mail: Mail): void;
  /** Resolves once everything handed over has left or failed. */
  settle(): Promise<void>;
}

export function createMailer(options: { url: string; from: string; log: Logger }): Mailer {
  const transport = createTransport(options.url, { from: options.from });
  const underway = new Set<Promise<void>>();
  const send = async (mail: Mail): Promise<void> => {
    try {
      await transport.sendMail({ to: mail.to, ...compose(mail) });
    } catch (error) {
      options.log.error({ err: error, mail: mail.kind }, 'a mail could not be sent');
    }
  };
  return {
    sendLater: (mail) => {
      const sending = send(mail);
      underway.add(sending);
      void sending.finally(() => underway.delete(sending));
    },
    settle: async () => {
      await Promise.all(underway);
      transport.close();
    },
  };
}

/** Plain text on purpose: it arrives, it is read aloud well, and nothing in it can run. */
function compose(mail: Mail): { subject: string; text: string } {
  if (mail.kind === 'invitation') {
    const name = mail.workspaceName.replaceAll(/[\r\n]+/g, ' ');
    return {
      subject: `Join ${name} on Trikon`,
      text: `You are invited to work in ${name}.\n\nOpen this link within 7 days:\n${mail.link}\n\nIf you did not expect this, ignore it.\n`,
    };
  }
  return {
    subject: 'Choose a new password',
    text: `Someone, probably you, asked for a new password on Trikon.\n\nOpen this link within an hour:\n${mail.link}\n\nIf it was not you, ignore this: your password stays as it is.\n`,
  };
}
