import type { OutgoingContent } from '@trikon/contract';
import { chooseLanguage } from '@trikon/contract/template-rules';
import type { Tx } from '../../../platform/db/index.ts';
import { languageOrder, templateRefusalSql } from '../../templates/index.ts';
import type { Audience } from '../gate/audience.ts';
import type { Told } from '../gate/read-asked.ts';

/** A language in which a template may be sent now. */
interface SendableLanguage {
  /** As WhatsApp calls it. */
  name: string;
  language: string;
}

type LanguageChoice = NonNullable<ReturnType<typeof chooseLanguage<SendableLanguage>>>;

/** In place of a language: each recipient's own, of the template family of this name. */
const ofTheContact = 'contact';

export const isInTheirLanguage = ({ content }: Pick<Told, 'content'>): boolean =>
  content.type === 'template' && content.template.language.code === ofTheContact;

/** Which of a family's languages each of these contacts gets; those whom none fits come under null. */
export async function choicesFor(
  tx: Tx,
  { content, numberId }: Pick<Told, 'content' | 'numberId'>,
  contactIds: readonly string[],
): Promise<{ choice: LanguageChoice | null; contactIds: string[] }[]> {
  if (content.type !== 'template') return [];
  const sendable = await sendableLanguages(tx, { family: content.template.name, numberId });
  const order = await languageOrder(tx);
  const contacts = await tx.sql<{ contactId: string; language: string | null }>(
    `select asked.contact_id as "contactId", c.language
     from unnest($2::uuid[]) with ordinality as asked (contact_id, place)
     left join contacts a on a.workspace_id = $1 and a.contact_id = asked.contact_id
     left join contacts c on c.workspace_id = $1 and c.contact_id = coalesce(a.merged_into, a.contact_id)
     order by place`,
    [tx.workspaceId, contactIds],
  );
  const choices = contacts.map(({ contactId, language }) => ({
    contactId,
    choice: chooseLanguage(sendable, language, order),
  }));
  return [...Map.groupBy(choices, ({ choice }) => `${choice?.language} ${choice?.because}`).values()].map(
    (group) => ({ choice: group[0]!.choice, contactIds: group.map(({ contactId }) => contactId) }),
  );
}

/** In which languages the account of this number may send a family now, the oldest first. */
const sendableLanguages = (
  tx: Tx,
  { family, numberId }: { family: string; numberId: string },
): Promise<SendableLanguage[]> =>
  tx.sql<SendableLanguage>(
    `select v.meta_name as name, v.language from template_families f
     join template_variants v on v.workspace_id = f.workspace_id and v.family_id = f.family_id
     join numbers n on n.workspace_id = f.workspace_id and n.number_id = $3
     join templates t on t.workspace_id = f.workspace_id and t.account_id = n.account_id and t.name = v.meta_name
       and t.language = v.language
     left join template_controls k on k.workspace_id = t.workspace_id and k.template_id = t.template_id
     left join templates other on other.workspace_id = t.workspace_id and other.template_id = k.instead_id
     where f.workspace_id = $1 and f.name = $2 and f.retired_at is null
       and ((${templateRefusalSql('t')}) is null or (${templateRefusalSql('other')}) is null)
     order by v.created_at, v.language`,
    [tx.workspaceId, family, numberId],
  );

/** The same message with the template of this language. Where none fits it stays as it is, and is refused as unknown. */
export function inLanguage<Asked extends Pick<Told, 'content'>>(
  asked: Asked,
  choice: LanguageChoice | null,
): Asked {
  if (choice === null || asked.content.type !== 'template') return asked;
  const { name, language } = choice;
  const template = { ...asked.content.template, name, language: { code: language } };
  const content: OutgoingContent = { ...asked.content, template };
  return { ...asked, content };
}

/** For one contact. */
export async function inTheirLanguage<Asked extends Told>(
  tx: Tx,
  asked: Asked,
  contactId: string,
): Promise<{ asked: Asked; choice: LanguageChoice | null }> {
  if (!isInTheirLanguage(asked)) return { asked, choice: null };
  const [group] = await choicesFor(tx, asked, [contactId]);
  const choice = group?.choice ?? null;
  return { asked: inLanguage(asked, choice), choice };
}

/** An audience apart by the language that its people would get, to be counted one by one. */
export async function byLanguage<Asked extends Told>(
  tx: Tx,
  asked: Asked,
  audience: Audience,
): Promise<{ asked: Asked; audience: Audience }[]> {
  if (!isInTheirLanguage(asked) || asked.content.type !== 'template') return [{ asked, audience }];
  if ('contactIds' in audience) {
    const groups = await choicesFor(tx, asked, audience.contactIds);
    return groups.map(({ choice, contactIds }) => ({
      asked: inLanguage(asked, choice),
      audience: { contactIds },
    }));
  }
  const { numberId, content } = asked;
  const sendable = await sendableLanguages(tx, { family: content.template.name, numberId });
  const order = await languageOrder(tx);
  const spoken = await tx.sql<{ language: string | null }>(
    `select distinct language from contacts where workspace_id = $1 and merged_into is null`,
    [tx.workspaceId],
  );
  const choices = spoken.map(({ language }) => ({
    language,
    choice: chooseLanguage(sendable, language, order),
  }));
  return [...Map.groupBy(choices, ({ choice }) => choice?.language ?? '').values()].map((group) => ({
    asked: inLanguage(asked, group[0]!.choice),
    audience: whoSpeak(
      audience,
      group.map(({ language }) => language ?? ''),
    ),
  }));
}

const whoSpeak = (audience: Audience, languages: readonly string[]): Audience => ({
  relation: (bind) => {
    const among = 'relation' in audience ? `and c.contact_id in (${audience.relation(bind)})` : '';
    return `select c.contact_id from contacts c where c.workspace_id = $1 and c.merged_into is null
      and coalesce(c.language, '') = any(${bind(languages, 'text[]')}) ${among}`;
  },
});
