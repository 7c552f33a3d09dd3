import type { Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import type { SendParts } from '../send/intent.ts';
import { send } from '../send/send.ts';
import { readTest, type Decision } from './facts.ts';
import { stepsOf } from './steps.ts';

interface Asked {
  numberId: string;
  phone: string;
  template: string;
}

/** Sends a template to a person's phone. What comes of it is read from the message itself. */
export async function startLiveTest(tx: Tx, parts: SendParts, { numberId, phone, template }: Asked) {
  const language = await languageOf(tx, numberId, template);
  const testId = newId(tx.now);
  const { messageId, contactId, verdict, rule, sentence } = await send(tx, parts, {
    cause: { kind: 'test', id: testId },
    to: { phone },
    mayCreateContact: true,
    numberId,
    content: { type: 'template', template: { name: template, language: { code: language } } },
    origin: 'test',
    originId: tx.actor.id,
    deadlineSeconds: 900,
  });
  const decision: Decision = { verdict, rule, sentence };
  await tx.sql(
    `insert into live_tests (workspace_id, test_id, number_id, phone, contact_id, message_id, template, decision, started_at, started_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.workspaceId,
      testId,
      numberId,
      phone,
      contactId,
      messageId,
      template,
      JSON.stringify(decision),
      tx.now,
      tx.actor.id,
    ],
  );
  return readLiveTest(tx, testId);
}

export async function readLiveTest(tx: Tx, testId: string) {
  const [facts] = await readTest(tx, testId);
  if (facts === undefined) throw notFound('test');
  const { numberId, phone, template, messageId, startedAt } = facts;
  const steps = stepsOf(facts, tx.now);
  const has = (result: string): boolean => steps.some((step) => step.result === result);
  const state = has('failed')
    ? ('failed' as const)
    : has('waiting')
      ? ('running' as const)
      : ('passed' as const);
  return { testId, numberId, phone, template, messageId, startedAt, state, steps };
}

/** Of a template's languages one that is approved. */
async function languageOf(tx: Tx, numberId: string, name: string): Promise<string> {
  const [number] = await tx.sql<{ language: string | null }>(
    `select (
       select template.language from templates template
       where template.workspace_id = number.workspace_id and template.account_id = number.account_id
         and template.name = $3 and template.removed_at is null
       order by template.status = 'APPROVED' desc, template.language limit 1
     ) as language
     from numbers number
     where number.workspace_id = $1 and number.number_id = $2 and number.disconnected_at is null`,
    [tx.workspaceId, numberId, name],
  );
  if (number === undefined) throw notFound('connected number');
  if (number.language !== null) return number.language;
  const sentence = `The account of this number has no template “${name}”. Fetch the templates again, or choose another one.`;
  throw invalidField('template', 'unknown', sentence);
}
