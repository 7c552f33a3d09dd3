import type { Tx } from '../../../platform/db/index.ts';
import type { ProfileParts } from '../contacts-parts.ts';
import { familyOf } from '../family.ts';
import { readContact } from '../read.ts';
import { refusalSentence } from './refusal-words.ts';
import { suspicionOf } from './suspicion.ts';

const day = 86_400_000;

interface BlockRow {
  numberId: string;
  name: string;
  phone: string;
  blockedAt: Date | null;
  elsewhere: boolean;
  refusedAt: Date | null;
  refusalCode: number | null;
  checkedAt: Date | null;
}

/** On each connected number that talked with them or blocks them, and whether they seem to block the business. */
export async function getBlocks(tx: Tx, { talk }: Pick<ProfileParts, 'talk'>, contactId: string) {
  const [{ blockedAt }, family] = await Promise.all([readContact(tx, contactId), familyOf(tx, contactId)]);
  const [talked, reach] = await Promise.all([talk.numbersOf(tx, family), talk.reachOf(tx, family)]);
  const lastWrote = new Map(talked.map(({ numberId, lastWroteAt }) => [numberId, lastWroteAt]));
  const rows = await tx.sql<BlockRow>(
    `select number.number_id as "numberId", number.name, number.phone, min(block.blocked_at) as "blockedAt",
       coalesce(bool_or(block.elsewhere) filter (where block.blocked_at is not null), false) as elsewhere,
       max(block.refused_at) as "refusedAt",
       (array_agg(block.refusal_code order by block.refused_at desc nulls last))[1] as "refusalCode",
       max(checks.checked_at) as "checkedAt"
     from numbers number
     left join contact_blocks block on block.workspace_id = number.workspace_id and block.number_id = number.number_id
       and block.contact_id = any($2::uuid[])
     left join contact_block_checks checks
       on checks.workspace_id = number.workspace_id and checks.number_id = number.number_id
     where number.workspace_id = $1 and number.disconnected_at is null
       and (number.number_id = any($3::uuid[]) or block.blocked_at is not null)
     group by number.number_id, number.name, number.phone
     order by number.name, number.number_id`,
    [tx.workspaceId, family, [...lastWrote.keys()]],
  );
  const numbers = rows.map(({ refusedAt, refusalCode, ...row }) => {
    const lastWroteAt = lastWrote.get(row.numberId) ?? null;
    return {
      ...row,
      lastWroteAt,
      canBlockUntil: lastWroteAt && new Date(lastWroteAt.getTime() + day),
      refusal: refusedAt && { code: refusalCode, sentence: refusalSentence(refusalCode), at: refusedAt },
    };
  });
  return { blockedAt, numbers, theyBlock: suspicionOf(reach, tx.now) };
}
