import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../../data/api.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { Tag } from '../../../../ui/display/Tag.tsx';
import { toast } from '../../../../ui/feedback/toast-store.ts';
import { Popover } from '../../../../ui/overlays/Popover.tsx';
import type { Trigger } from '../../../../ui/overlays/use-opener.ts';
import { listMessages } from '../messages.ts';
import { tagsQuery } from '../../tags/queries.ts';

interface PickTagProps {
  trigger: Trigger;
  label: string;
  mayCreate?: boolean;
  onPick: (tagId: string) => Promise<void>;
}

/** Finds a tag by typing, and adds the one that is not there. */
export function PickTag({ trigger, label, mayCreate = false, onPick }: PickTagProps) {
  const t = useT(listMessages);
  const { say } = useProblems();
  const mayConfigure = useAllows()('contacts.configure');
  const queryClient = useQueryClient();
  const { data: tags = [] } = useQuery(tagsQuery);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const wanted = typed.trim();
  const found = tags.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase()));
  const isThere = tags.some(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  const pick = async (tagId: string) => {
    setOpen(false);
    setTyped('');
    await onPick(tagId);
  };
  const create = async () => {
    try {
      const { tagId } = await api.contactTags.create({ name: wanted });
      await queryClient.invalidateQueries({ queryKey: tagsQuery.queryKey });
      await pick(tagId);
    } catch (error) {
      toast(say(error), { tone: 'bad' });
    }
  };
  return (
    <Popover trigger={trigger} label={label} open={open} onOpenChange={setOpen} className="w-64">
      <div className="grid gap-2">
        <TextField
          aria-label={t('tagName')}
          placeholder={t('tagName')}
          value={typed}
          onChange={setTyped}
          maxLength={60}
        />
        <ul className="grid max-h-56 gap-0.5 overflow-y-auto">
          {found.map(({ tagId, name, color }) => (
            <li key={tagId}>
              <button
                type="button"
                onClick={() => void pick(tagId)}
                className="flex h-8 w-full min-w-0 items-center rounded-sm px-2 hover:bg-hover"
              >
                <Tag name={name} color={color} />
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && wanted === '' && <p className="text-ink-2">{t('noTags')}</p>}
        {mayCreate && mayConfigure && wanted !== '' && !isThere && (
          <Button icon={Plus} onClick={() => void create()}>
            {t('createTag', { name: wanted })}
          </Button>
        )}
      </div>
    </Popover>
  );
}
