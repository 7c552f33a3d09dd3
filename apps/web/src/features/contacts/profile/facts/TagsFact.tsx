import { useQuery } from '@tanstack/react-query';
import { useT } from '../../../../i18n/use-t.ts';
import { Tag } from '../../../../ui/display/Tag.tsx';
import { tagsQuery } from '../../tags/queries.ts';
import type { Contact } from '../queries.ts';
import { EditableFact } from './EditableFact.tsx';
import { factMessages } from './messages.ts';
import { useSaveFact } from './use-save-fact.ts';

interface TagsFactProps {
  contact: Contact;
  mayEdit: boolean;
}

/** Nothing stands here in a workspace that has no tags. */
export function TagsFact({ contact, mayEdit }: TagsFactProps) {
  const t = useT(factMessages);
  const save = useSaveFact(contact.contactId);
  const { data: tags = [] } = useQuery(tagsQuery);
  if (tags.length === 0) return null;
  const own = tags.filter(({ tagId }) => contact.tags.includes(tagId));
  const shown = (
    <span className="flex flex-wrap gap-1 pt-0.5">
      {own.map(({ tagId, name, color }) => (
        <Tag key={tagId} name={name} color={color} />
      ))}
    </span>
  );
  return (
    <EditableFact
      label={t('tags')}
      shown={own.length === 0 ? null : shown}
      text={own.map(({ tagId }) => tagId).join('\n')}
      control={{ type: 'several', options: tags.map(({ tagId, name }) => ({ value: tagId, label: name })) }}
      mayEdit={mayEdit}
      save={(text) => save({ tags: text === null ? [] : text.split('\n') })}
    />
  );
}
