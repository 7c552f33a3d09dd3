import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import type { RateLimit } from '../../../platform/http/index.ts';
import type { Page } from '../page/render.ts';
import { takeForms } from '../page/take-forms.ts';
import { evidenceOfRequest } from '../request-evidence.ts';
import { languageWanted } from '../show-form.ts';
import { readPreferences, savePreferences, type Preferences } from './choices.ts';
import { preferencePath, type LinkTo, type PreferenceLinks } from './links.ts';
import { pageLanguageOf, type PageLanguage } from './page-words.ts';
import { preferencesPage, tooOldPage } from './page.ts';

export interface PreferenceParts {
  db: Database;
  clock: Clock;
  links: PreferenceLinks;
  rateLimit: RateLimit;
}

interface Visit {
  Params: { suffix: string };
  Querystring: { lang?: string };
  Body: unknown;
}

/** Nobody who chooses for themselves needs more, and who tries links gets nowhere anyway. */
const visitsPerMinute = 60;
const actor = { kind: 'system', id: 'capture.preferences' } as const;

/** The page on which people choose what they get, by a link that nobody else has. */
export async function mountPreferences(server: FastifyInstance, parts: PreferenceParts): Promise<void> {
  await server.register(async (scope) => {
    takeForms(scope);
    scope.get<Visit>(`${preferencePath}/:suffix`, (request, reply) => show(parts, request, reply));
    scope.post<Visit>(`${preferencePath}/:suffix`, (request, reply) => save(parts, request, reply));
  });
}

async function show(
  parts: PreferenceParts,
  request: FastifyRequest<Visit>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const to = linkOf(parts, request);
  if (to.expiresAt <= parts.clock.now()) return answer(reply, tooOldPage(languageOf(request)), 410);
  const { workspaceId, contactId } = to;
  const found = await parts.db.readWorkspace({ workspaceId, actor }, (tx) =>
    readPreferences(tx, contactId, request.query.lang),
  );
  if (found === null) return answer(reply, tooOldPage(languageOf(request)), 410);
  return answer(reply, preferencesPage({ preferences: found, language: languageOf(request, found) }), 200);
}

async function save(
  parts: PreferenceParts,
  request: FastifyRequest<Visit>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const to = linkOf(parts, request);
  if (to.expiresAt <= parts.clock.now()) return answer(reply, tooOldPage(languageOf(request)), 410);
  const { workspaceId, contactId } = to;
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const chosen = new Set(form.get('do') === 'stop' ? [] : form.getAll('purpose').slice(0, 20));
  const method = form.get('do') === 'stop' ? 'stopped everything on the preference page' : 'preference page';
  const evidence = evidenceOfRequest(request, { query: new URLSearchParams(), method });
  const done = await parts.db.inWorkspace({ workspaceId, actor }, async (tx) => {
    const before = await readPreferences(tx, contactId, request.query.lang);
    if (before === null) return null;
    const language = languageOf(request, before);
    const changed = await savePreferences(tx, before, { chosen, evidence, language });
    const preferences = await readPreferences(tx, contactId, request.query.lang);
    return { preferences: preferences!, language, isChanged: changed > 0 };
  });
  if (done === null) return answer(reply, tooOldPage(languageOf(request)), 410);
  const { preferences, language, isChanged } = done;
  return answer(
    reply,
    preferencesPage({ preferences, language, saved: isChanged ? 'saved' : 'nothingChanged' }),
    200,
  );
}

/** What we did not write leads nowhere, like an address that there never was. */
function linkOf({ links, rateLimit }: PreferenceParts, request: FastifyRequest<Visit>): LinkTo {
  rateLimit.take(`preferences of ${request.ip}`, visitsPerMinute);
  const to = links.read(request.params.suffix);
  if (to === null) throw notFound('page');
  return to;
}

const languageOf = ({ query, headers }: FastifyRequest<Visit>, found?: Preferences): PageLanguage =>
  pageLanguageOf(
    query.lang ?? found?.language ?? languageWanted(undefined, headers['accept-language'], 'en'),
  );

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
