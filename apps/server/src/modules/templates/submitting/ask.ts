import type { TemplateContent } from '@trikon/contract';
import {
  createGraphClient,
  GraphFailure,
  type GraphClient,
  type ReadTemplate,
} from '@trikon/whatsapp/client';
import { Refusal } from '../../../platform/errors/index.ts';
import type { GraphAccess } from '../../numbers/index.ts';
import { looksSame } from '../content/compare.ts';
import { contentOfMeta } from '../content/content-of-meta.ts';
import { toMetaComponents } from '../content/meta-components.ts';
import { metaTemplateOf, type MetaTemplate } from '../meta-template.ts';
import { inWords, ownRefusal, type SubmissionProblem } from './in-words.ts';
import { uploadSamples, type Samples } from './samples.ts';

/** What is asked of Meta, with everything that it takes. */
export interface Asked {
  workspaceId: string;
  access: GraphAccess;
  kind: 'create' | 'edit' | 'delete';
  /** It was asked before, and the answer did not come: it is looked for first, so that nothing is done twice. */
  looksFirst: boolean;
  metaName: string;
  language: string;
  metaTemplateId: string | null;
  /** Null for what is to be deleted. */
  wanted: { content: TemplateContent; category: string } | null;
  /** An approved template keeps its category. */
  isApproved: boolean;
}

/** What of it is known before the account is opened. */
export interface Claimed extends Omit<Asked, 'workspaceId' | 'access'> {
  variantId: string;
  familyId: string;
  familyName: string;
  accountId: string;
  versionId: string | null;
}

export type Answer =
  | { state: 'done'; metaTemplateId: string | null; readAt: Date; template: MetaTemplate | null }
  | { state: 'refused'; problem: SubmissionProblem }
  /** Nothing was done, and it may be asked again. */
  | { state: 'waiting'; problem: SubmissionProblem }
  /** Nobody knows whether it was done. */
  | { state: 'unclear'; problem: SubmissionProblem };

interface Around {
  samples: Samples;
  signal: AbortSignal;
  now: () => Promise<Date>;
}

export async function ask(asked: Asked, around: Around): Promise<Answer> {
  const { wabaId: _waba, accountId: _account, metaAppId: _app, ...options } = asked.access;
  const graph = createGraphClient(options);
  const step = { mayHaveArrived: asked.looksFirst };
  try {
    if (asked.looksFirst) {
      const found = await look(graph, asked, around.signal);
      if (found !== null) return await readBack(graph, found, around);
    }
    const done = await act(graph, asked, { ...around, onAsking: () => (step.mayHaveArrived = true) });
    return await readBack(graph, done, around);
  } catch (error) {
    return answerOf(error, { graph, asked, around, step });
  }
}

/** The id of what is there as it was wanted; null when it has to be asked for (again). */
type Found = { metaTemplateId: string | null };

async function look(graph: GraphClient, asked: Asked, signal: AbortSignal): Promise<Found | null> {
  const there = await findThere(graph, asked, signal);
  if (asked.kind === 'delete') return there === null ? { metaTemplateId: null } : null;
  return there !== null && isAsWanted(there, asked) ? { metaTemplateId: there.id } : null;
}

async function findThere(
  graph: GraphClient,
  asked: Asked,
  signal: AbortSignal,
): Promise<ReadTemplate | null> {
  const { access, metaName, language } = asked;
  const pages = graph.listTemplates({ accountId: access.wabaId, filter: { name: metaName } }, { signal });
  for await (const read of pages) {
    // The filter finds parts of names, too.
    const template = metaTemplateOf(read);
    if (template?.name === metaName && template.language === language && read.status !== 'PENDING_DELETION')
      return read;
  }
  return null;
}

function isAsWanted(read: ReadTemplate, { wanted }: Asked): boolean {
  const template = metaTemplateOf(read);
  return (
    template !== null &&
    wanted !== null &&
    looksSame(contentOfMeta(template), wanted.content, wanted.category)
  );
}

type Acting = Around & { onAsking: () => void };

async function act(graph: GraphClient, asked: Asked, { samples, signal, onAsking }: Acting): Promise<Found> {
  const { access, kind, metaName: name, language, metaTemplateId, wanted, isApproved } = asked;
  if (kind === 'delete' || wanted === null) {
    onAsking();
    await graph.deleteTemplate(
      { accountId: access.wabaId, name, ...(metaTemplateId !== null && { templateId: metaTemplateId }) },
      { signal },
    );
    return { metaTemplateId: null };
  }
  const { content, category } = wanted;
  const handles = await uploadSamples(graph, samples, {
    ...asked,
    metaAppId: access.metaAppId,
    content,
    signal,
  });
  const body = {
    components: toMetaComponents(content, { category, handles }) as never[],
    ...(content.messageTtlSeconds !== null && { message_send_ttl_seconds: content.messageTtlSeconds }),
  };
  onAsking();
  if (kind === 'edit' && metaTemplateId !== null) {
    const change = isApproved ? body : { ...body, category: category as 'MARKETING' };
    await graph.editTemplate({ templateId: metaTemplateId, ...change }, { signal });
    return { metaTemplateId };
  }
  const template = {
    ...body,
    name,
    language,
    category: category as 'MARKETING',
    parameter_format: content.parameterFormat,
  };
  const { id } = await graph.createTemplate({ accountId: access.wabaId, template }, { signal });
  return { metaTemplateId: id };
}

/** How it is now. That this fails changes nothing: the account is read again soon. */
async function readBack(
  graph: GraphClient,
  { metaTemplateId }: Found,
  { signal, now }: Around,
): Promise<Answer> {
  const readAt = await now();
  if (metaTemplateId === null) return { state: 'done', metaTemplateId, readAt, template: null };
  try {
    const read = await graph.getTemplate({ templateId: metaTemplateId }, { signal });
    return { state: 'done', metaTemplateId, readAt, template: metaTemplateOf(read) };
  } catch (error) {
    if (error instanceof GraphFailure) return { state: 'done', metaTemplateId, readAt, template: null };
    throw error;
  }
}

interface Failing {
  graph: GraphClient;
  asked: Asked;
  around: Around;
  step: { mayHaveArrived: boolean };
}

/** 'Content in This Language Already Exists': somebody, perhaps we ourselves, was quicker. */
const alreadyThere = 2_388_024;

async function answerOf(error: unknown, { graph, asked, around, step }: Failing): Promise<Answer> {
  if (error instanceof Refusal) return { state: 'refused', problem: ownRefusal(error.message) };
  if (!(error instanceof GraphFailure)) throw error;
  const { failure } = error;
  const problem = inWords(failure, asked.wanted?.content ?? null);
  if (failure.outcome === 'not_sent') return { state: asked.looksFirst ? 'unclear' : 'waiting', problem };
  if (failure.outcome === 'unknown') return { state: step.mayHaveArrived ? 'unclear' : 'waiting', problem };
  if (failure.error.subcode === alreadyThere && asked.kind === 'create' && !asked.looksFirst)
    return ask({ ...asked, looksFirst: true }, around).then((answer) =>
      answer.state === 'done' ? answer : { state: 'refused', problem },
    );
  if (asked.kind === 'delete' && (await isGone(graph, asked, around.signal)))
    return { state: 'done', metaTemplateId: null, readAt: await around.now(), template: null };
  const passes = failure.error.class === 'retry' || failure.error.class === 'throttle';
  return { state: passes ? 'waiting' : 'refused', problem };
}

async function isGone(graph: GraphClient, asked: Asked, signal: AbortSignal): Promise<boolean> {
  try {
    return (await findThere(graph, asked, signal)) === null;
  } catch {
    return false;
  }
}
