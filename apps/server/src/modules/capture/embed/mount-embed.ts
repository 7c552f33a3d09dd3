import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound, Refusal } from '../../../platform/errors/index.ts';
import { countShown } from '../count-shown.ts';
import { pagePath } from '../entry-point.ts';
import { findByCode, type PublicEntryPoint } from '../find-by-code.ts';
import { newFormToken } from '../form-token.ts';
import { evidenceOfRequest, isSeenByAPerson } from '../request-evidence.ts';
import { languageWanted, noticeToShow } from '../show-form.ts';
import { keepRefusal, type FormOutcome } from '../take-form.ts';
import { has, takeLimited, type FormLimits } from '../take-limited.ts';
import { directionOf, fill, wordsIn } from '../words/words-in.ts';
import { parseSent } from './parse-sent.ts';
import { tryPage } from './try-page.ts';

interface Visit {
  Params: { code: string };
  Querystring: Record<string, unknown>;
}

const path = '/embed';
const mostBytes = 16 * 1024;
const requestsPerMinute = 120;

/**
 * What the script on a shop's website asks and sends. Its requests are simple ones, as text, so that no browser asks
 * beforehand; who is answered is decided by the origin that the browser itself names.
 */
export async function mountEmbed(server: FastifyInstance, parts: FormLimits): Promise<void> {
  await server.register(async (scope) => {
    scope.addContentTypeParser(
      'text/plain',
      { parseAs: 'buffer', bodyLimit: mostBytes },
      (_request, body, done) => {
        done(null, body);
      },
    );
    scope.get<Visit>(`${path}/:code/try`, async ({ ip, params, headers }, reply) => {
      parts.rateLimit.take(`opt-in form of ${ip}`, requestsPerMinute);
      const point = await findWebsite(parts, params.code);
      const { text, policy } = tryPage(point, languageWanted(undefined, headers['accept-language'], 'en'));
      return reply
        .headers({
          'content-security-policy': policy,
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
        })
        .type('text/html; charset=utf-8')
        .send(text);
    });
    scope.get<Visit>(`${path}/:code`, async (request, reply) =>
      giveForm(parts, await enter(parts, request, reply)),
    );
    scope.post<Visit>(`${path}/:code/shown`, async (request, reply) => {
      const { point, isTest } = await enter(parts, request, reply);
      if (!isTest && isSeenByAPerson(request) && has(parts, `shown to ${request.ip}`, 20))
        await countShown(parts, point);
      return {};
    });
    scope.post<Visit>(`${path}/:code/opt-ins`, async (request, reply) =>
      takeSent(parts, await enter(parts, request, reply)),
    );
  });
}

interface Entered {
  request: FastifyRequest<Visit>;
  point: PublicEntryPoint;
  origin: string;
  isTest: boolean;
}

/** Only for websites that the place allows, and for our own page that tries it, where nothing is kept. */
async function enter(
  parts: FormLimits,
  request: FastifyRequest<Visit>,
  reply: FastifyReply,
): Promise<Entered> {
  parts.rateLimit.take(`opt-in form of ${request.ip}`, requestsPerMinute);
  const point = await findWebsite(parts, request.params.code);
  const origin = request.headers.origin?.toLowerCase();
  // Our page has no origin of its own, so that it has nobody's session and remembers nothing from one try to the next.
  const isTest = request.query['test'] !== undefined && origin === 'null';
  if (origin === undefined || !(isTest || point.allowedOrigins.includes(origin))) {
    if (has(parts, `opt-in refusals of ${point.entryPointId}`, 60)) {
      const evidence = evidenceOfRequest(request, {
        query: new URLSearchParams(),
        pageUrl: origin,
        method: 'website',
      });
      await keepRefusal(parts, point, { evidence, language: point.language }, 'origin');
    }
    throw new Refusal('origin_refused', 'This website may not show this form.');
  }
  void reply.headers({
    'access-control-allow-origin': origin,
    vary: 'Origin',
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'no-store',
  });
  return { request, point, origin, isTest };
}

async function findWebsite(parts: FormLimits, code: string): Promise<PublicEntryPoint> {
  const point = await findByCode(parts.db, code.toUpperCase());
  if (point === null || point.kind !== 'website') throw notFound('form');
  return point;
}

async function giveForm(parts: FormLimits, { request, point, origin }: Entered) {
  const wanted = languageWanted(request.query['lang'], request.headers['accept-language'], point.language);
  const shown = await noticeToShow(parts, point, wanted);
  if (shown === null) throw new Refusal('gone', 'Nothing can be chosen here at the moment.');
  const { notice, languages } = shown;
  const words = wordsIn(notice.language);
  const { look, brand, code } = point;
  const {
    phone,
    close,
    stopAnyTime,
    terms,
    openWhatsApp,
    chooseOne,
    badPhone,
    sentAlready,
    tooOften,
    failed,
  } = words;
  return {
    token: newFormToken(parts.formKey, { entryPointId: point.entryPointId, via: origin }, parts.clock.now()),
    language: notice.language,
    direction: directionOf(notice.language),
    languages,
    brand,
    look: { ...look, message: undefined, title: look.title || fill(words.title, brand) },
    notice: {
      heading: notice.heading,
      body: notice.body,
      agree: notice.agree,
      termsUrl: notice.termsUrl,
      purposes: notice.purposes,
    },
    pageUrl: `${parts.publicUrl()}${pagePath}/${code}`,
    words: {
      phone,
      close,
      stopAnyTime,
      terms,
      openWhatsApp,
      chooseOne,
      badPhone,
      sentAlready,
      tooOften,
      failed,
    },
  };
}

async function takeSent(parts: FormLimits, { request, point, origin, isTest }: Entered) {
  const sent = parseSent(request.body);
  const language = languageWanted(sent.language, undefined, point.language);
  const query = new URLSearchParams(sent.query);
  const { pageUrl, referrer, method } = sent;
  const evidence = evidenceOfRequest(request, { pageUrl, referrer, query, method });
  const form = { ...sent, via: origin, language, isTest, evidence };
  const outcome = await takeLimited(parts, point, form, request.ip);
  return { ...shownOutcome(outcome), words: doneWords(point, outcome, language) };
}

type Answer =
  | { state: 'accepted' }
  | { state: 'waiting'; chatUrl: string | null }
  | { state: 'again'; why: 'badPhone' | 'chooseOne' | 'sentAlready' | 'tooOften' | 'failed' };

/** Robots and those who try a number too often hear what everybody hears. */
function shownOutcome(outcome: FormOutcome | null): Answer {
  if (outcome === null) return { state: 'again', why: 'tooOften' };
  if (outcome.state === 'waiting') return { state: 'waiting', chatUrl: outcome.chatUrl };
  if (outcome.state === 'accepted') return { state: 'accepted' };
  const { reason } = outcome;
  if (reason === 'robot' || reason === 'too_often') return { state: 'accepted' };
  if (reason === 'phone') return { state: 'again', why: 'badPhone' };
  if (reason === 'nothing_chosen') return { state: 'again', why: 'chooseOne' };
  return { state: 'again', why: reason === 'replayed' ? 'sentAlready' : 'failed' };
}

function doneWords({ brand }: PublicEntryPoint, outcome: FormOutcome | null, language: string) {
  const words = wordsIn(language);
  return outcome?.state === 'waiting'
    ? { title: words.confirmTitle, text: words.confirmText }
    : { title: words.thanksTitle, text: fill(words.thanksText, brand) };
}
