import type { SendClass } from '../gate/asked.ts';

/** After that long it is of no use any more, unless its sender said otherwise. */
const seconds: Record<SendClass, number> = { otp: 300, reply: 86_400, utility: 86_400, marketing: 86_400 };

interface Waiting {
  class: SendClass;
  /** When it may leave at the earliest. */
  from: Date;
  windowEndsAt: Date | null;
  usesTemplate: boolean;
  deadlineSeconds: number | undefined;
}

export function deadlineOf({ class: as, from, windowEndsAt, usesTemplate, deadlineSeconds }: Waiting): Date {
  const deadline = new Date(from.getTime() + (deadlineSeconds ?? seconds[as]) * 1000);
  return !usesTemplate && windowEndsAt !== null && windowEndsAt < deadline ? windowEndsAt : deadline;
}
