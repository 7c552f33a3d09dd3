import { Refusal } from '../../platform/errors/index.ts';
import type { RateLimit } from '../../platform/http/index.ts';
import type { CaptureParts } from './capture-parts.ts';
import type { PublicEntryPoint } from './find-by-code.ts';
import { keepRefusal, takeForm, type Form, type FormOutcome } from './take-form.ts';

export interface FormLimits extends CaptureParts {
  rateLimit: RateLimit;
}

/** Many people share an address of a mobile network, and a counter’s queue one of a shop. */
const fromOneAddress = 30;
const atOnePlace = 600;
/** So many refusals of a place are kept in a minute; a flood must not fill the disk. */
const keptRefusals = 60;

/** As many forms as people send, and no more; null when there were too many. */
export async function takeLimited(
  parts: FormLimits,
  point: PublicEntryPoint,
  form: Form,
  address: string,
): Promise<FormOutcome | null> {
  const isOften =
    !has(parts, `opt-in of ${address}`, fromOneAddress) ||
    !has(parts, `opt-in at ${point.entryPointId}`, atOnePlace);
  if (!isOften) {
    const outcome = await takeForm(parts, point, form);
    if (outcome.state === 'refused') await keep(parts, point, form, outcome.reason);
    return outcome;
  }
  await keep(parts, point, form, 'too_often');
  return null;
}

async function keep(
  parts: FormLimits,
  point: PublicEntryPoint,
  form: Form,
  reason: Parameters<typeof keepRefusal>[3],
): Promise<void> {
  if (form.isTest || !has(parts, `opt-in refusals of ${point.entryPointId}`, keptRefusals)) return;
  await keepRefusal(parts, point, form, reason);
}

export function has(
  { rateLimit }: Pick<FormLimits, 'rateLimit'>,
  caller: string,
  perMinute: number,
): boolean {
  try {
    rateLimit.take(caller, perMinute);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
