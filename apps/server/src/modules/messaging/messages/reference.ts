import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { isUuid } from '../../../platform/ids/index.ts';
import { derive } from '../../../platform/secrets/index.ts';

/** One try to send one message. */
interface AttemptName {
  messageId: string;
  attempt: number;
}

export interface References {
  /** Goes out with the message; Meta repeats it in every status of it. */
  referenceOf: (messageId: string, attempt: number) => string;
  /** Null for what we did not write: every app of the account sees references, and a forged one must prove nothing. */
  readReference: (text: unknown) => AttemptName | null;
}

const macDigits = 16;
const form = /^v1\.([0-9a-f-]{36})\.([1-9]\d{0,4})\.([0-9a-f]{16})$/;

export function createReferences(installationKey: Buffer): References {
  // A key object is ready for use; bytes would be made into one for each reference, at ten times the price.
  const key = createSecretKey(derive(installationKey, 'references of attempts to send', 32));
  const macOf = (signed: string): string =>
    createHmac('sha256', key).update(signed).digest('hex').slice(0, macDigits);

  return {
    referenceOf(messageId, attempt) {
      const signed = `v1.${messageId}.${attempt}`;
      return `${signed}.${macOf(signed)}`;
    },
    readReference(text) {
      const parts = typeof text === 'string' ? form.exec(text) : null;
      if (parts === null) return null;
      const [, messageId = '', attempt = '', mac = ''] = parts;
      const expected = macOf(`v1.${messageId}.${attempt}`);
      if (!isUuid(messageId) || !timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) return null;
      return { messageId, attempt: Number(attempt) };
    },
  };
}
