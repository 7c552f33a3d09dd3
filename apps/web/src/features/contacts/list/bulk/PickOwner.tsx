import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { membersQuery } from '../../../../data/members.ts';
import { useAllows } from '../../../../data/use-workspace.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Combobox } from '../../../../ui/fields/Combobox.tsx';
import { Popover } from '../../../../ui/overlays/Popover.tsx';
import type { Trigger } from '../../../../ui/overlays/use-opener.ts';
import { listMessages } from '../messages.ts';

interface PickOwnerProps {
  trigger: Trigger;
  onPick: (ownerId: string | null) => Promise<void>;
}

export function PickOwner({ trigger, onPick }: PickOwnerProps) {
  const t = useT(listMessages);
  const mayRead = useAllows()('members.read');
  const { data: members = [] } = useQuery({ ...membersQuery, enabled: mayRead });
  const [open, setOpen] = useState(false);
  if (!mayRead) return null;
  const options = members.map(({ userId, name }) => ({ value: userId, label: name }));
  return (
    <Popover trigger={trigger} label={t('setOwner')} open={open} onOpenChange={setOpen} className="w-64">
      <Combobox
        label={t('owner')}
        placeholder={t('choose')}
        options={[{ value: 'nobody', label: t('nobody') }, ...options]}
        value=""
        onChange={(chosen) => {
          setOpen(false);
          void onPick(chosen === 'nobody' ? null : chosen);
        }}
      />
    </Popover>
  );
}
