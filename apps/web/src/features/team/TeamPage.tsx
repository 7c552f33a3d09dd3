import { getRouteApi } from '@tanstack/react-router';
import { useAllows } from '../../data/use-workspace.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { InviteDialog } from './invite/InviteDialog.tsx';
import { PeopleTable } from './people/PeopleTable.tsx';
import { PersonDrawer } from './person/PersonDrawer.tsx';
import { TeamHeader } from './TeamHeader.tsx';
import { usePeople } from './use-people.ts';

const route = getRouteApi('/shell/team');

export function TeamPage() {
  return (
    <OnlyWith needs={['members.read']}>
      <Page width="fill">
        <TeamHeader />
        <Team />
      </Page>
    </OnlyWith>
  );
}

function Team() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const allows = useAllows();
  const { people, source } = usePeople();
  const close = () => void navigate({ search: (now) => ({ ...now, person: undefined, invite: undefined }) });
  const person = people.find(({ id }) => id === search.person);
  return (
    <>
      <PeopleTable people={people} source={source} />
      <PersonDrawer person={person} onClose={close} />
      {allows('members.manage') && <InviteDialog open={search.invite === true} onClose={close} />}
    </>
  );
}
