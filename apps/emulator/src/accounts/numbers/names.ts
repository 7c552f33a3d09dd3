import type { NameRejection, NumberNameUpdate } from '@trikon/whatsapp';
import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';

type Decision = NumberNameUpdate['decision'];

interface Verdict {
  decision: Decision;
  reason?: NameRejection;
}

/** Reviews of display names, which take a while and are announced (Meta, "Display names"). */
export interface Names {
  /** Has a name looked at; the number wears it once it is approved and the number is registered again. */
  submit(number: BusinessNumber, name: string): void;
  /** What the review of a number comes to, whether it waits for one or not. */
  decide(numberId: string, verdict: Verdict): void;
}

const statuses: Record<Decision, BusinessNumber['nameStatus']> = {
  APPROVED: 'APPROVED',
  REJECTED: 'DECLINED',
  DEFERRED: 'PENDING_REVIEW',
  PENDING: 'PENDING_REVIEW',
};

export function createNames({ world, directory: { numbers }, webhooks }: Emulator): Names {
  const setting = world.setting('names', { reviewSeconds: 5 });
  world.tasks.on<{ numberId: string; name: string }>('names.review', ({ numberId, name }) => {
    const number = numbers.get(numberId);
    if (number && isUnderReview(number, name)) decide(numberId, judge(name));
  });

  function decide(numberId: string, { decision, reason }: Verdict): void {
    const number = numbers.get(numberId);
    if (!number) return;
    const name = number.newName ?? number.verifiedName;
    const status = statuses[decision];
    numbers.change(
      numberId,
      number.newName === undefined ? { nameStatus: status } : { newNameStatus: status },
    );
    webhooks.send({
      wabaId: number.wabaId,
      numberId,
      field: 'phone_number_name_update',
      value: {
        display_phone_number: number.phone,
        decision,
        requested_verified_name: name,
        rejection_reason: decision === 'REJECTED' ? (reason ?? 'UNKNOWN') : null,
      } satisfies NumberNameUpdate,
    });
  }

  return {
    submit({ id, verifiedName }, name) {
      const isFirst = name === verifiedName;
      numbers.change(
        id,
        isFirst ? { nameStatus: 'PENDING_REVIEW' } : { newName: name, newNameStatus: 'PENDING_REVIEW' },
      );
      const at = world.clock.now() + setting.value.reviewSeconds * 1000;
      world.tasks.schedule({ kind: 'names.review', at, payload: { numberId: id, name } });
    },
    decide,
  };
}

/** A later name, or a decision by hand, makes an earlier review void. */
function isUnderReview({ verifiedName, nameStatus, newName, newNameStatus }: BusinessNumber, name: string) {
  if (newName !== undefined) return newName === name && newNameStatus === 'PENDING_REVIEW';
  return verifiedName === name && nameStatus === 'PENDING_REVIEW';
}

/** What a machine can see of Meta's guidelines: letters, and neither addresses nor emoji nor rows of signs. */
export function judge(name: string): Verdict {
  const isBad =
    !/\p{L}/u.test(name) ||
    /https?:|www\.|\p{Extended_Pictographic}/iu.test(name) ||
    /[^\p{L}\p{M}\p{N}\s]{3}/u.test(name);
  return isBad ? { decision: 'REJECTED', reason: 'NAME_FORMAT_UNACCEPTABLE' } : { decision: 'APPROVED' };
}
