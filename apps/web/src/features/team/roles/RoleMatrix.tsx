import { Fragment } from 'react';
import {
  permissionGroupMessages,
  permissionGroupNames,
  permissionGroups,
  permissionMessages,
  useRoleName,
  type RoleChoice,
} from '../../../data/access.ts';
import { useT } from '../../../i18n/use-t.ts';
import { teamMessages } from '../messages.ts';
import { MatrixCell } from './MatrixCell.tsx';

/** Permissions down, roles across. It scrolls sideways in itself, with the sentences staying in sight. */
export function RoleMatrix({ choices }: { choices: readonly RoleChoice[] }) {
  const t = useT(teamMessages);
  const say = useT(permissionMessages);
  const group = useT(permissionGroupMessages);
  const nameOf = useRoleName();
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label={t('compare')}
      className="overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr>
            <th
              scope="col"
              className="sticky start-0 z-10 min-w-64 bg-raised px-pad py-2 text-start align-bottom font-medium text-ink-3"
            >
              {t('permission')}
            </th>
            {choices.map((choice) => (
              <th
                key={choice.key}
                scope="col"
                className="max-w-28 min-w-18 px-1 py-2 text-center align-bottom text-xs font-medium wrap-break-word"
              >
                {nameOf(choice)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissionGroupNames.map((name) => (
            <Fragment key={name}>
              <tr className="border-t border-line bg-sunken">
                <th
                  scope="colgroup"
                  colSpan={choices.length + 1}
                  className="px-pad py-1.5 text-start font-medium text-ink-2"
                >
                  <span className="sticky start-3">{group(name)}</span>
                </th>
              </tr>
              {permissionGroups[name].map((permission) => (
                <tr key={permission} className="group border-t border-line">
                  <th
                    scope="row"
                    className="sticky start-0 bg-raised px-pad py-2 text-start font-normal group-hover:bg-hover"
                  >
                    {say(permission)}
                  </th>
                  {choices.map((choice) => (
                    <MatrixCell key={choice.key} holds={choice.permissions.includes(permission)} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
