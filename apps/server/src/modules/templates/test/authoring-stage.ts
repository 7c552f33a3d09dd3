import type { TemplateContent } from '@trikon/contract';
import type { Answer } from '../../../../test/api-client.ts';
import { buildMember, type Signed } from '../../../../test/factories.ts';
import { openMetaStage, silks, type MetaStage } from '../../../../test/meta/stage.ts';
import { EventConsumers, EventTail } from '../../../platform/events/index.ts';
import { createDrain } from '../../../platform/jobs/drain.ts';
import { createLogger } from '../../../platform/log/index.ts';
import { templatesSubscribers } from '../subscribers.ts';
import { templatesTasks } from '../tasks.ts';

export interface Family {
  familyId: string;
  name: string;
  retiredAt: string | null;
  variants: {
    variantId: string;
    language: string;
    metaName: string;
    text: string;
    draft: { revision: number; problemCount: number } | null;
    versions: { versionId: string; number: number; state: string; origin: string }[];
    atWhatsApp: {
      templateId: string;
      status: string;
      category: string;
      correctCategory: string | null;
      versionId: string;
      rejection: { recommendation: string | null } | null;
    }[];
    submissions: { state: string; kind: string; problem: { message: string; field: string | null } | null }[];
  }[];
}

/** The program with Meta’s side, a writer beside the owner, and words for what they do with templates. */
export async function openAuthoringStage() {
  const stage = await openMetaStage({ TRIKON_RATE_LIMIT: 'off' });
  const { api, workspaceId } = stage.owner;
  const { accountId } = (await api.post<{ accountId: string }>('/numbers/connections', silks)).body;
  stage.inside.world.settings.change('templates', { reviewSeconds: 0 });
  const writer = await buildMember(stage.app, workspaceId, 'marketer', 'Kavya Nair');
  const work = await openWork(stage);
  return {
    ...stage,
    accountId,
    writer,
    ...work,
    ...wordsOf(stage.owner, writer),
    [Symbol.asyncDispose]: async () => {
      await work.close();
      await stage[Symbol.asyncDispose]();
    },
  };
}

async function openWork({ app }: MetaStage) {
  const { db, clock, database, numbers, samples } = app;
  const drain = await createDrain({
    db,
    clock,
    tasks: templatesTasks,
    parts: { numbers, samples },
    log: createLogger({ level: 'silent' }),
    asOwner: (text, values) => database.asOwner(text, values),
  });
  const failures: unknown[] = [];
  const report = (error: unknown): void => void failures.push(error);
  const tail = new EventTail({ db, report });
  const consumers = new EventConsumers({ db, tail, subscribers: templatesSubscribers, report });
  const settle = async (): Promise<void> => {
    // A reading is certain up to a minute before it began.
    clock.advance(120_000);
    await consumers.drain();
    await drain.run({ failuresExpected: true });
    await consumers.drain();
    if (failures.length > 0) throw failures[0];
  };
  return { settle, close: () => drain.close() };
}

export const saying = (text: string, more: object = {}): TemplateContent =>
  ({ parameterFormat: 'NAMED', components: [{ type: 'BODY', text }], ...more }) as TemplateContent;

function wordsOf(owner: Signed, writer: Signed) {
  const get = async (familyId: string): Promise<Family> =>
    (await owner.api.get<Family>(`/template-families/${familyId}`)).body;
  const write = async (name: string, content: TemplateContent, more: object = {}): Promise<Family> => {
    const wish = { name, category: 'UTILITY', language: 'en', content, ...more };
    return (await writer.api.post<Family>('/template-families', wish)).body;
  };
  const rewrite = async (variantId: string, content: TemplateContent): Promise<number> => {
    const { revision } = (await writer.api.get<{ revision: number }>(`/template-variants/${variantId}/draft`))
      .body;
    const saved = await writer.api.post<{ revision: number }>(`/template-variants/${variantId}/draft`, {
      revision,
      content,
    });
    return saved.body.revision;
  };
  /** Sends what is written to review and approves it. */
  const approve = async (variantId: string): Promise<string> => {
    const { revision } = (await writer.api.get<{ revision: number }>(`/template-variants/${variantId}/draft`))
      .body;
    const { body } = await writer.api.post<{ versionId: string }>(`/template-variants/${variantId}/review`, {
      revision,
    });
    await owner.api.post(`/template-versions/${body.versionId}/decision`, { decision: 'approve' });
    return body.versionId;
  };
  const submit = (
    versionId: string,
    accountId: string,
  ): Promise<Answer<{ submissions: { state: string }[] }>> =>
    owner.api.post(`/template-versions/${versionId}/submit`, { accountIds: [accountId] });
  const history = async (familyId: string) =>
    (
      await owner.api.get<{
        items: { what: string; note: string | null; before: string | null; after: string | null }[];
      }>(`/template-families/${familyId}/history`)
    ).body.items.toReversed();
  return { get, write, rewrite, approve, submit, history };
}
