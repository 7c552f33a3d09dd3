import { Activity, KeyRound, ShieldCheck, Users } from 'lucide-react';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { homeMessages } from '../messages.ts';
import { GlanceRow } from './GlanceRow.tsx';
import { useHealthWord, useKeysWord, useTeamWord } from './use-glance-words.ts';

/** Where things stand, a line for each page that this person may open. */
export function Glance() {
  const t = useT(homeMessages);
  const allows = useAllows();
  const [team, keys, health] = [useTeamWord(), useKeysWord(), useHealthWord()];
  return (
    <section aria-labelledby="glance" className="grid gap-3">
      <h2 id="glance" className="text-lg font-semibold">
        {t('glance')}
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {allows('members.read') && <GlanceRow to="/team" icon={Users} title={t('team')} text={team} />}
        {allows('api-keys.manage') && (
          <GlanceRow to="/developers" icon={KeyRound} title={t('keys')} text={keys} />
        )}
        {allows('sign-ins.read') && (
          <GlanceRow to="/audit" icon={ShieldCheck} title={t('signIns')} text={t('signInsHelp')} />
        )}
        {allows('health.read') && <GlanceRow to="/health" icon={Activity} title={t('health')} {...health} />}
      </ul>
    </section>
  );
}
