import { useQuery } from '@tanstack/react-query';
import { Pencil, UserPlus } from 'lucide-react';
import { useT } from '../../../../../i18n/use-t.ts';
import { factMessages } from '../../facts/messages.ts';
import { ownFieldsQuery, type Line } from '../../queries.ts';
import { LineFrame } from '../LineFrame.tsx';
import { timelineMessages } from '../messages.ts';

const attributes = {
  name: 'name',
  email: 'email',
  city: 'city',
  language: 'language',
  timeZone: 'timeZone',
  ownerId: 'owner',
} as const;

export function DetailLine({ line }: { line: Line }) {
  const t = useT(timelineMessages);
  const nameOf = useAttributeName();
  if (line.type === 'contact.created') {
    const source = line.data['source'];
    return (
      <LineFrame line={line} icon={UserPlus} title={t('created')}>
        {typeof source === 'string' && (
          <p className="text-sm text-ink-3">
            {t('bySource', { source: source === 'hand' ? t('hand') : source.replaceAll('_', ' ') })}
          </p>
        )}
      </LineFrame>
    );
  }
  const changed = Array.isArray(line.data['changed']) ? (line.data['changed'] as string[]) : [];
  return (
    <LineFrame line={line} icon={Pencil} title={t('changed', { what: changed.map(nameOf).join(', ') })} />
  );
}

function useAttributeName(): (name: string) => string {
  const say = useT(factMessages);
  const t = useT(timelineMessages);
  const { data: fields = [] } = useQuery(ownFieldsQuery);
  return (name) => {
    if (name in attributes) return say(attributes[name as keyof typeof attributes]);
    if (name === 'tags') return t('tags');
    const key = name.replace(/^fields\./, '');
    return fields.find((field) => field.key === key)?.name ?? key;
  };
}
