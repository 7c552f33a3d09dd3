import { Plus, Search } from 'lucide-react';
import { useState } from 'react';
import type { Account } from '../../data/session.ts';
import { useT } from '../../i18n/use-t.ts';
import { TextField } from '../../ui/fields/TextField.tsx';
import { openCreateDialog } from './create-dialog.ts';
import { switcherMessages } from './messages.ts';
import { moveFocus } from './move-focus.ts';
import { ownedOrganisations } from './owned-organisations.ts';
import { WorkspaceRow } from './WorkspaceRow.tsx';

interface WorkspaceMenuProps {
  account: Account;
  openId: string;
  onDone: () => void;
}

// Fewer are found faster by looking than by typing.
const searchedFrom = 7;

export function WorkspaceMenu({ account, openId, onDone }: WorkspaceMenuProps) {
  const t = useT(switcherMessages);
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const found = account.workspaces.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return (
    <div data-stops className="grid w-72 p-1.5">
      {account.workspaces.length >= searchedFrom && (
        <div className="p-1 pb-2">
          <TextField
            icon={Search}
            value={text}
            onChange={setText}
            aria-label={t('search')}
            placeholder={t('search')}
            data-stop
            onKeyDown={moveFocus}
          />
        </div>
      )}
      <ul aria-label={t('group')} className="grid max-h-[50vh] gap-0.5 overflow-y-auto">
        {found.map((workspace) => (
          <li key={workspace.workspaceId}>
            <WorkspaceRow
              workspace={workspace}
              current={workspace.workspaceId === openId}
              onCurrent={onDone}
            />
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-2 py-4 text-center text-ink-2">{t('nothing')}</p>}
      {ownedOrganisations(account).length > 0 && (
        <div className="mt-1.5 border-t border-line pt-1.5">
          <button
            type="button"
            data-stop
            onKeyDown={moveFocus}
            onClick={() => {
              onDone();
              openCreateDialog(true);
            }}
            className="flex min-h-9 items-center gap-2.5 rounded-md w-full px-2 text-start text-ink-2 hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
          >
            <Plus aria-hidden className="mx-1.5 size-4 shrink-0" />
            {t('create')}
          </button>
        </div>
      )}
    </div>
  );
}
