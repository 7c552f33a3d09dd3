import { isConnectionLoss } from '../../../platform/db/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import { readLocked } from './deliveries.ts';
import { parkingFor } from './reasons.ts';
import { BatchFailed, parkDeliveries, takeIn, type TakenIn, type TakingIn } from './take-in.ts';

/** The database was away or full, which no delivery is to blame for. */
export const isNobodysFault = (error: unknown): boolean => {
  const cause = error instanceof BatchFailed ? error.cause : error;
  return isConnectionLoss(cause) || (cause instanceof Refusal && cause.code === 'unavailable');
};

export const lostConnection = ({ cause }: BatchFailed): boolean =>
  isConnectionLoss(cause instanceof Refusal ? cause.cause : cause);

/**
 * Takes in the halves of a batch that failed, and their halves, until the deliveries that fail by themselves are found.
 * Those are parked, and all others are taken in.
 */
export async function takeInByHalves(
  parts: TakingIn,
  failed: BatchFailed,
  report: (error: unknown, where: string) => void,
): Promise<TakenIn> {
  const { deliveryIds } = failed;
  if (deliveryIds.length <= 1) {
    report(failed.cause, 'a webhook could not be taken in and was parked');
    await park(parts, failed);
    return { deliveries: deliveryIds.length, updates: 0, parked: deliveryIds.length };
  }
  const middle = Math.ceil(deliveryIds.length / 2);
  const sum: TakenIn = { deliveries: 0, updates: 0, parked: 0 };
  for (const half of [deliveryIds.slice(0, middle), deliveryIds.slice(middle)]) {
    const taken = await takeHalf(parts, half, report);
    sum.deliveries += taken.deliveries;
    sum.updates += taken.updates;
    sum.parked += taken.parked;
  }
  return sum;
}

async function takeHalf(
  parts: TakingIn,
  half: string[],
  report: (error: unknown, where: string) => void,
): Promise<TakenIn> {
  try {
    return await takeIn(parts, half);
  } catch (error) {
    if (!(error instanceof BatchFailed) || isNobodysFault(error)) throw error;
    return takeInByHalves(parts, error, report);
  }
}

async function park({ db }: TakingIn, { deliveryIds, cause }: BatchFailed): Promise<void> {
  await db.acrossWorkspaces('processing', async (tx) => {
    const deliveries = await readLocked(tx, deliveryIds);
    await parkDeliveries(
      tx,
      deliveries.map((delivery) =>
        isOfDatabase(cause)
          ? parkingFor(delivery, 'not_stored', codeOf(cause))
          : parkingFor(delivery, 'failed', cause instanceof Error ? cause.name : 'unknown'),
      ),
    );
  });
}

/** Five characters are PostgreSQL's codes; its words may quote what is personal. */
function codeOf(error: unknown): string {
  const told = (error instanceof Refusal ? error.cause : error) as { code?: unknown } | null | undefined;
  return typeof told?.code === 'string' ? told.code : '';
}

const isOfDatabase = (error: unknown): boolean => /^[0-9A-Z]{5}$/.test(codeOf(error));
