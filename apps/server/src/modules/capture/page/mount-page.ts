import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../../platform/errors/index.ts';
import { countShown } from '../count-shown.ts';
import { chatUrlOf, pagePath, type EntryPoint } from '../entry-point.ts';
import { findByCode, type PublicEntryPoint } from '../find-by-code.ts';
import { newFormToken } from '../form-token.ts';
import { evidenceOfRequest, isSeenByAPerson } from '../request-evidence.ts';
import { languageWanted, noticeToShow } from '../show-form.ts';
import type { FormOutcome } from '../take-form.ts';
import { has, takeLimited, type FormLimits } from '../take-limited.ts';
import type { CaptureWords } from '../words/capture-words.ts';
import { wordsIn } from '../words/words-in.ts';
import { takeForms } from './take-forms.ts';
import { donePage, formPage, wordsPage, type Page } from './render.ts';

interface Visit {
  Params: { code: string };
  Body: URLSearchParams;
}

const viewsPerMinute = 120;
const withPage: ReadonlySet<EntryPoint['kind']> = new Set(['website', 'page', 'counter']);

/** The page on which people opt in: plain HTML, for phones of any age. */
export async function mountOptInPage(server: FastifyInstance, parts: FormLimits): Promise<void> {
  await server.register(async (scope) => {
    takeForms(scope);
    scope.get<Visit>(`${pagePath}/:code`, (request, reply) => show(parts, request, reply));
    scope.post<Visit>(`${pagePath}/:code`, (request, reply) => take(parts, request, reply));
  });
}

async function show(
  parts: FormLimits,
  request: FastifyRequest<Visit>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  parts.rateLimit.take(`opt-in page of ${request.ip}`, viewsPerMinute);
  const point = await findPage(parts, request.params.code);
  const query = queryOf(request);
  const { page, status, isForm } = await draw(parts, request, point, { query });
  if (isForm && !query.has('test') && isSeenByAPerson(request) && has(parts, `shown to ${request.ip}`, 20))
    await countShown(parts, point);
  return answer(reply, page, status);
}

interface Drawing {
  query: URLSearchParams;
  language?: string;
  typed?: { phone: string; purposes: string[] };
  problem?: keyof CaptureWords;
  status?: number;
}

async function draw(
  parts: FormLimits,
  { headers }: FastifyRequest,
  point: PublicEntryPoint,
  { query, language, typed = { phone: '', purposes: [] }, problem, status = 200 }: Drawing,
): Promise<{ page: Page; status: number; isForm: boolean }> {
  const wanted = languageWanted(language ?? query.get('lang'), headers['accept-language'], point.language);
  const shown = await noticeToShow(parts, point, wanted);
  if (shown === null) return { page: wordsPage(point, wanted, 'closed'), status: 410, isForm: false };
  const token = newFormToken(
    parts.formKey,
    { entryPointId: point.entryPointId, via: 'page' },
    parts.clock.now(),
  );
  const page = formPage({
    point,
    ...shown,
    token,
    query: query.toString(),
    typed,
    ...(problem !== undefined && { problem }),
  });
  return { page, status, isForm: true };
}

async function take(
  parts: FormLimits,
  request: FastifyRequest<Visit>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  parts.rateLimit.take(`opt-in page of ${request.ip}`, viewsPerMinute);
  const point = await findPage(parts, request.params.code);
  const query = queryOf(request);
  const body = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const language = languageWanted(body.get('language'), undefined, point.language);
  const typed = {
    phone: (body.get('phone') ?? '').slice(0, 60),
    purposes: body.getAll('purpose').slice(0, 20),
  };
  const isTest = query.has('test');
  const form = {
    ...typed,
    token: body.get('token') ?? '',
    via: 'page',
    language,
    trap: body.get('website') ?? '',
    isTest,
    evidence: evidenceOfRequest(request, {
      pageUrl: `${parts.publicUrl()}${pagePath}/${point.code}`,
      referrer: query.get('from'),
      query,
      method: 'ticked on the opt-in page',
    }),
  };
  const outcome = await takeLimited(parts, point, form, request.ip);
  const drawing = { query, language, typed };
  const again = problemOf(outcome);
  if (again !== null) {
    const { page, status } = await draw(parts, request, point, { ...drawing, ...again });
    return answer(reply, page, status);
  }
  return answer(reply, donePage({ point, isTest, ...donePart(point, outcome, language) }), 200);
}

/** What is said on the form when it has to be filled in once more; null when there is nothing more to fill in. */
function problemOf(outcome: FormOutcome | null): { problem: keyof CaptureWords; status: number } | null {
  if (outcome === null) return { problem: 'tooOften', status: 429 };
  if (outcome.state !== 'refused') return null;
  const problem = problemWords[outcome.reason];
  return problem === undefined ? null : { problem, status: 422 };
}

const problemWords: Partial<Record<string, keyof CaptureWords>> = {
  phone: 'badPhone',
  nothing_chosen: 'chooseOne',
  forged: 'tooOld',
  replayed: 'sentAlready',
  switched_off: 'closed',
  no_notice: 'closed',
};

/** Robots and those who try a number too often hear what everybody hears. */
function donePart(point: PublicEntryPoint, outcome: FormOutcome | null, language: string) {
  if (outcome?.state === 'waiting') return { ...outcome, choicesUrl: null };
  const shown = outcome?.state === 'accepted' ? outcome.language : language;
  const choicesUrl = chatUrlOf(point.phone, wordsIn(shown).myChoices);
  return { state: 'accepted' as const, language: shown, chatUrl: chatUrlOf(point.phone, ''), choicesUrl };
}

async function findPage(parts: FormLimits, code: string): Promise<PublicEntryPoint> {
  const point = await findByCode(parts.db, code.toUpperCase());
  if (point === null || !withPage.has(point.kind)) throw notFound('page');
  return point;
}

const kept = /^(lang|test|from|utm_(source|medium|campaign|term|content))$/;

/** Of the address only what means something here. */
function queryOf({ url, headers }: FastifyRequest): URLSearchParams {
  const given = new URLSearchParams(url.split('?', 2)[1]?.slice(0, 4_000));
  const query = new URLSearchParams([...given].filter(([name]) => kept.test(name)));
  const referrer = headers.referer;
  if (!query.has('from') && referrer !== undefined && !referrer.includes(`${headers.host}${pagePath}/`))
    query.set('from', referrer.slice(0, 500));
  return query;
}

const answer = (reply: FastifyReply, { text, policy }: Page, status: number): FastifyReply =>
  reply
    .code(status)
    .headers({
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    })
    .type('text/html; charset=utf-8')
    .send(text);
