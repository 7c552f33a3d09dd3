import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rightsKinds } from '@trikon/contract';
import type { Actor } from '../../../../platform/db/index.ts';
import { notFound, Refusal } from '../../../../platform/errors/index.ts';
import type { RateLimit } from '../../../../platform/http/index.ts';
import { takeForms, type Page } from '../../../capture/index.ts';
import { day, openRequest } from '../open-request.ts';
import type { RightsKind } from '../request-row.ts';
import type { RightsParts } from '../rights-parts.ts';
import { newCode, pagePath } from '../settings.ts';
import { languageOf, pageLanguages, type PageLanguage } from './page-words.ts';
import { askPage, nextPage } from './render.ts';

type PageParts = Pick<RightsParts, 'db' | 'clock'> & { rateLimit: RateLimit };

interface Visit {
  Params: { code: string };
  Querystring: { lang?: string };
  Body: unknown;
}

interface Place {
  workspaceId: string;
  brand: string;
  phone: string;
  contact: string;
  dueDays: number;
}

const actor: Actor = { kind: 'system', id: 'governance.page' };
const viewsPerMinute = 60;
const fromOneAddress = 6;
const atOneBusiness = 120;

/** Where anybody asks about their data: nothing is asked of them, so nothing can be tried out. */
export async function mountRightsPage(server: FastifyInstance, parts: PageParts): Promise<void> {
  await server.register(async (scope) => {
    takeForms(scope);
    scope.get<Visit>(`${pagePath}/:code`, async (request, reply) => {
      parts.rateLimit.take(`rights page of ${request.ip}`, viewsPerMinute);
      const place = await findPlace(parts, request.params.code);
      return answer(reply, askPage(headOf(place, request), null), 200);
    });
    scope.post<Visit>(`${pagePath}/:code`, (request, reply) => take(parts, request, reply));
  });
}

async function take(
  parts: PageParts,
  request: FastifyRequest<Visit>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  parts.rateLimit.take(`rights page of ${request.ip}`, viewsPerMinute);
  const place = await findPlace(parts, request.params.code);
  const head = headOf(place, request);
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  const kind = rightsKinds.find((each) => each === form.get('kind'));
  if (kind === undefined) return answer(reply, askPage(head, 'choose'), 422);
  const isOften =
    !has(parts, `rights request of ${request.ip}`, fromOneAddress) ||
    !has(parts, `rights request at ${place.workspaceId}`, atOneBusiness);
  if (isOften) return answer(reply, askPage(head, 'tooOften'), 429);
  const asked = { kind, said: plain(form.get('said')), language: head.language };
  // A field that no person sees: whoever filled it in is told the same, and nothing is kept.
  const code = form.get('website') ? newCode(10) : await keep(parts, place, asked);
  return answer(reply, nextPage(head, nextStep(parts, place, { code, language: head.language })), 200);
}

async function keep(
  { db }: PageParts,
  { workspaceId }: Place,
  { kind, said, language }: { kind: RightsKind; said: string; language: PageLanguage },
): Promise<string> {
  const code = newCode(10);
  await db.inWorkspace({ workspaceId, actor }, (tx) =>
    openRequest(tx, {
      kind,
      channel: 'page',
      contactId: null,
      language,
      said: said === '' ? undefined : said,
      identifiedHow: null,
      code: { text: code, endsAt: new Date(tx.now.getTime() + day) },
    }),
  );
  return code;
}

function nextStep(
  { clock }: PageParts,
  { phone, brand, dueDays }: Place,
  { code, language }: { code: string; language: PageLanguage },
) {
  const words = pageLanguages[language];
  const text = words.message.replace('{brand}', () => brand).replace('{code}', () => `DR-${code}`);
  const due = new Date(clock.now().getTime() + dueDays * day);
  const format = new Intl.DateTimeFormat(`${language}-IN`, { dateStyle: 'long', timeZone: 'Asia/Kolkata' });
  return {
    chatUrl: `https://wa.me/${phone.replaceAll(/\D/g, '')}?text=${encodeURIComponent(text)}`,
    due: format.format(due),
  };
}

/** A page that is closed, or has no number to write to, is not there. */
async function findPlace({ db }: PageParts, code: string): Promise<Place> {
  if (!/^[2-9A-HJKMNP-TV-Z]{8}$/.test(code)) throw notFound('page');
  const [place] = await db.acrossWorkspaces('capture', (tx) =>
    tx.sql<Place>(
      `select workspace_id as "workspaceId", w.name as brand, due_days as "dueDays",
         concat_ws(', ', contact_name, contact_address) as contact, (
           select phone from numbers n where n.workspace_id = w.workspace_id and disconnected_at is null
           order by registered desc, connected_at, number_id limit 1) as phone
       from rights_settings join workspaces w using (workspace_id) where code = $1 and is_page_open`,
      [code],
    ),
  );
  if (place === undefined || (place.phone as string | null) === null) throw notFound('page');
  return place;
}

const headOf = ({ brand, contact }: Place, { query, headers }: FastifyRequest<Visit>) => ({
  brand,
  contact,
  language: languageOf(query.lang, headers['accept-language']),
});

function has({ rateLimit }: PageParts, caller: string, perMinute: number): boolean {
  try {
    rateLimit.take(caller, perMinute);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Without what hides text or turns its direction. */
const plain = (text: string | null): string =>
  (text ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\u200b\u202a-\u202e\u2060-\u2069\ufeff]/gu, ' ')
    .trim()
    .slice(0, 1000);

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
