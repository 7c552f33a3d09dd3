import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '../../../../data/members.ts';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useLocale } from '../../../../i18n/locale.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Card } from '../../../../ui/display/Card.tsx';
import { Time } from '../../../../ui/display/Time.tsx';
import type { Contact } from '../queries.ts';
import { EditableFact } from './EditableFact.tsx';
import { languageOptions, nameOfLanguage } from './languages.ts';
import { TagsFact } from './TagsFact.tsx';
import { factMessages } from './messages.ts';
import { useSaveFact } from './use-save-fact.ts';

interface DetailsCardProps {
  contact: Contact;
  mayManage: boolean;
}

/** What every contact has. */
export function DetailsCard({ contact, mayManage }: DetailsCardProps) {
  const t = useT(factMessages);
  const { language } = useLocale();
  const save = useSaveFact(contact.contactId);
  const mayReadMembers = useAllows()('members.read');
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: mayReadMembers });
  const owner = members.find(({ userId }) => userId === contact.ownerId);
  const nobody = { value: '', label: t('nobody') };
  const text = { type: 'text' } as const;
  const fact = (name: 'name' | 'email' | 'city') => ({
    label: t(name),
    shown: contact[name],
    text: contact[name] ?? '',
    mayEdit: mayManage,
    save: (value: string | null) => save({ [name]: value }),
  });
  return (
    <Card title={t('details')}>
      <dl className="-my-1">
        <EditableFact {...fact('name')} control={text} help={t('nameHelp')} />
        <EditableFact {...fact('email')} control={{ type: 'text', inputMode: 'email' }} />
        <EditableFact {...fact('city')} control={text} />
        <EditableFact
          label={t('language')}
          shown={contact.language && nameOfLanguage(contact.language, language)}
          text={contact.language ?? ''}
          control={{
            type: 'find',
            options: [{ value: '', label: t('unknown') }, ...languageOptions(language)],
          }}
          help={t('languageHelp')}
          mayEdit={mayManage}
          save={(value) => save({ language: value })}
        />
        <EditableFact
          label={t('timeZone')}
          shown={contact.timeZone?.replaceAll('_', ' ')}
          text={contact.timeZone ?? ''}
          control={{ type: 'find', options: [{ value: '', label: t('unknown') }, ...zones()] }}
          mayEdit={mayManage}
          save={(value) => save({ timeZone: value })}
        />
        {mayReadMembers && (
          <EditableFact
            label={t('owner')}
            shown={contact.ownerId === null ? null : (owner?.name ?? t('formerMember'))}
            text={contact.ownerId ?? ''}
            control={{
              type: 'find',
              options: [nobody, ...members.map(({ userId, name }) => ({ value: userId, label: name }))],
            }}
            help={t('ownerHelp')}
            mayEdit={mayManage}
            save={(value) => save({ ownerId: value })}
          />
        )}
        <TagsFact contact={contact} mayEdit={mayManage} />
        <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 py-1 text-body">
          <dt className="text-ink-3">{t('since')}</dt>
          <dd>
            <Time at={contact.createdAt} as="dayYear" />
          </dd>
        </div>
      </dl>
    </Card>
  );
}

const zones = (): { value: string; label: string }[] =>
  Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
