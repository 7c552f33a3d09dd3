/** How a walk through Meta's window ended. */
export type SignUpEnding =
  | { kind: 'shared'; code: string; wabaId: string; phoneNumberId?: string }
  | { kind: 'cancelled'; step: string | null }
  | { kind: 'reported'; sentence: string; code: string | null; session: string | null }
  /** A permission without the account that it is for. */
  | { kind: 'no-account' }
  /** An account without a permission. */
  | { kind: 'no-permission' }
  /** It closed before anybody can have done anything in it. */
  | { kind: 'not-opened' };

interface Shared {
  wabaId: string;
  phoneNumberId?: string;
}

/** The code lives for 30 seconds, and our server still has to use it. */
const mostWaitForAccount = 20_000;
/** The window's last word may come a moment after the answer that says that it is closed. */
const lastWord = 1_200;
/** Nobody closes a window sooner than this after it opened. */
const soonest = 900;

/**
 * Two things come back from Meta's window, in either order: an answer with the code, and messages that name the account
 * or say where the person left. This puts them together, once.
 */
export class SignUpSession {
  #end: (ending: SignUpEnding) => void;
  #openedAt = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #over = false;
  #code: string | undefined;
  #shared: Shared | undefined;
  #left: SignUpEnding | undefined;

  constructor(end: (ending: SignUpEnding) => void) {
    this.#end = end;
  }

  /** What Meta's script answers when the window is closed. */
  answer(code: string | null): void {
    if (this.#over) return;
    if (code !== null) {
      this.#code = code;
      this.#wait(mostWaitForAccount, { kind: 'no-account' });
      return this.#join();
    }
    const atOnce = performance.now() - this.#openedAt < soonest;
    this.#wait(lastWord, atOnce ? { kind: 'not-opened' } : { kind: 'cancelled', step: null });
    this.#join();
  }

  /** What the window tells on the way. Anything that is not of the sign-up is none of ours. */
  hear(message: unknown): void {
    const told = asSignUpEvent(message);
    if (this.#over || told === undefined) return;
    const { event, data } = told;
    if (event.startsWith('FINISH')) this.#shared = readShared(data);
    if (event === 'CANCEL' || event === 'ERROR') this.#left = readLeft(data);
    this.#join();
  }

  /** Nobody waits any more. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  #join(): void {
    if (this.#code !== undefined && this.#shared)
      return this.#finish({ kind: 'shared', code: this.#code, ...this.#shared });
    // The window is closed only once there was an answer: until then the person may go back and on.
    if (this.#code === undefined && this.#timer !== undefined) {
      if (this.#left) return this.#finish(this.#left);
      if (this.#shared) return this.#finish({ kind: 'no-permission' });
    }
  }

  #wait(milliseconds: number, otherwise: SignUpEnding): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#finish(otherwise), milliseconds);
  }

  #finish(ending: SignUpEnding): void {
    if (this.#over) return;
    this.stop();
    this.#end(ending);
  }
}

interface SignUpEvent {
  event: string;
  data: Record<string, unknown>;
}

/** Meta sends texts; some other messages on the same page are none. */
function asSignUpEvent(message: unknown): SignUpEvent | undefined {
  const parsed = typeof message === 'string' ? parse(message) : message;
  if (!isRecord(parsed) || parsed['type'] !== 'WA_EMBEDDED_SIGNUP') return undefined;
  const { event, data } = parsed;
  return typeof event === 'string' ? { event, data: isRecord(data) ? data : {} } : undefined;
}

function readShared(data: Record<string, unknown>): Shared | undefined {
  const several: unknown = data['waba_ids'];
  const wabaId = text(data['waba_id']) ?? (Array.isArray(several) ? text(several[0]) : null);
  const phoneNumberId = text(data['phone_number_id']);
  return wabaId === null ? undefined : { wabaId, ...(phoneNumberId !== null && { phoneNumberId }) };
}

function readLeft(data: Record<string, unknown>): SignUpEnding {
  const sentence = text(data['error_message']);
  if (sentence === null) return { kind: 'cancelled', step: text(data['current_step']) };
  const code = text(data['error_code']) ?? text(data['error_id']);
  return { kind: 'reported', sentence, code, session: text(data['session_id']) };
}

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function parse(message: string): unknown {
  try {
    return JSON.parse(message) as unknown;
  } catch {
    return undefined;
  }
}
