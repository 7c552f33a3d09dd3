import { useState } from 'react';
import { Button } from '../../src/ui/actions/Button.tsx';
import { Amount } from '../../src/ui/display/Amount.tsx';
import { Avatar } from '../../src/ui/display/Avatar.tsx';
import { Badge } from '../../src/ui/display/Badge.tsx';
import { Card } from '../../src/ui/display/Card.tsx';
import { Meter } from '../../src/ui/display/Meter.tsx';
import { shareTone } from '../../src/ui/display/share-tone.ts';
import { PageHeader } from '../../src/ui/display/PageHeader.tsx';
import { Pager } from '../../src/ui/display/Pager.tsx';
import { StatusDot } from '../../src/ui/display/StatusDot.tsx';
import { Tabs } from '../../src/ui/display/Tabs.tsx';
import { Time } from '../../src/ui/display/Time.tsx';
import { people } from '../people.ts';

const tones = ['neutral', 'accent', 'good', 'warn', 'bad', 'info'] as const;

function TabsStory() {
  const [tab, setTab] = useState('members');
  return (
    <Tabs
      label="Team"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'members', label: 'Members', count: 14, content: <p>Fourteen people.</p> },
        { id: 'invited', label: 'Invited', count: 2, content: <p>Two have not answered.</p> },
        { id: 'roles', label: 'Roles', content: <p>Nine roles.</p> },
      ]}
    />
  );
}

export const stories = {
  badges: () => (
    <div className="grid gap-4">
      <div className="flex flex-wrap gap-2">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone === 'good' ? 'Delivered' : tone === 'bad' ? 'Failed' : tone === 'warn' ? 'Paused' : 'Draft'}
          </Badge>
        ))}
      </div>
      <div className="flex flex-wrap gap-4">
        {tones.map((tone) => (
          <StatusDot
            key={tone}
            tone={tone}
            label={tone === 'good' ? 'Online' : tone === 'bad' ? 'Down' : 'Away'}
          />
        ))}
      </div>
    </div>
  ),
  avatars: () => (
    <ul className="grid gap-2">
      {people(18).map((person) => (
        <li key={person.id} className="flex items-center gap-2.5">
          <Avatar name={person.name} />
          <span>{person.name || '+91 98200 12345'}</span>
        </li>
      ))}
    </ul>
  ),
  header: () => (
    <PageHeader
      title="Members"
      beside={<Badge>14</Badge>}
      description="Who works here, what each may do, and when they were last seen."
      actions={
        <>
          <Button>Export</Button>
          <Button tone="primary">Invite</Button>
        </>
      }
    />
  ),
  tabs: TabsStory,
  cards: () => (
    <div className="grid gap-4 sm:grid-cols-2">
      <Card title="Delivered today" description="Across all numbers">
        <p className="text-3xl font-semibold">
          <Amount value={1_248_310} />
        </p>
      </Card>
      <Card title="Spent this month" actions={<Button size="small">Details</Button>}>
        <p className="text-3xl font-semibold">
          <Amount value={48_213_550} currency="INR" />
        </p>
        <p className="text-sm text-ink-2">
          Counted <Time at="2026-11-20T18:00:00Z" />, of <Amount value={125_000} short />
        </p>
      </Card>
    </div>
  ),
  meters: () => (
    <Card title="Meters">
      <div className="grid max-w-xs gap-4 text-sm">
        {[0, 3, 640, 912, 1_000].map((value) => (
          <span key={value} className="grid gap-1.5">
            {value} of 1,000
            <Meter
              label={`Free replies ${value}`}
              value={value}
              most={1_000}
              text={`${value} of 1,000`}
              tone={shareTone(value, 1_000)}
              next={value === 640 ? 200 : 0}
            />
          </span>
        ))}
      </div>
    </Card>
  ),
  pager: () => <Pager place="21–40 of 1,204" onPrevious={() => {}} onNext={() => {}} />,
};
