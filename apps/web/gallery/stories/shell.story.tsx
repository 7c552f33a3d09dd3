import { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { Building2, ChartColumn, House, Inbox, Megaphone, Users, Workflow } from 'lucide-react';
import { useMemo } from 'react';
import { defineMessages } from '../../src/i18n/define-messages.ts';
import { words } from '../../src/i18n/words.ts';
import type { CommandSource } from '../../src/shell/commands/command.ts';
import { useCommandSource } from '../../src/shell/commands/registry.ts';
import type { Feature, Place } from '../../src/shell/feature.ts';
import { ContextPanel } from '../../src/shell/panel/ContextPanel.tsx';
import { missingRoute, publicRoute, rootRoute, shellRoute } from '../../src/shell/root-route.tsx';
import { routerDefaults } from '../../src/shell/router-defaults.ts';
import { usePageName } from '../../src/shell/use-document-title.ts';
import { Button } from '../../src/ui/actions/Button.tsx';
import { Card } from '../../src/ui/display/Card.tsx';
import { Page } from '../../src/ui/display/Page.tsx';
import { PageHeader } from '../../src/ui/display/PageHeader.tsx';
import { Field } from '../../src/ui/fields/Field.tsx';
import { TextField } from '../../src/ui/fields/TextField.tsx';
import { people } from '../people.ts';
import { stories as tableStories } from './table.story.tsx';

export const bare = true;

const sample = defineMessages('sample', {
  en: {
    home: 'Home',
    inbox: 'Inbox',
    contacts: 'Contacts',
    campaigns: 'Campaigns',
    flows: 'Flows',
    reports: 'Reports',
    workspace: 'Workspace',
    signIn: 'Sign in',
  },
  hi: {
    home: 'होम',
    inbox: 'इनबॉक्स',
    contacts: 'संपर्क',
    campaigns: 'अभियान',
    flows: 'फ़्लो',
    reports: 'रिपोर्ट',
    workspace: 'वर्कस्पेस',
    signIn: 'साइन इन',
  },
});

const page = (path: string, key: keyof (typeof sample)['en'], component: () => React.ReactNode) =>
  createRoute({
    getParentRoute: () => shellRoute,
    path,
    component,
    staticData: { title: words(sample, key) },
  });

const homeRoute = page('/', 'home', HomeSample);
const inboxRoute = page('/inbox', 'inbox', PanelSample);
const contactsRoute = page('/contacts', 'contacts', TableSample);
const campaignsRoute = page('/campaigns', 'campaigns', HomeSample);
const flowsRoute = page('/flows', 'flows', HomeSample);
const reportsRoute = page('/reports', 'reports', HomeSample);
const brokenRoute = page('/broken', 'reports', BrokenSample);
const workspaceRoute = page('/workspace', 'workspace', HomeSample);
const signInRoute = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in',
  component: SignInSample,
  staticData: { title: words(sample, 'signIn') },
});

const places: Place[] = [
  { route: homeRoute, label: words(sample, 'home'), icon: House, section: 'daily', keys: 'g h' },
  { route: inboxRoute, label: words(sample, 'inbox'), icon: Inbox, section: 'daily', keys: 'g i' },
  { route: contactsRoute, label: words(sample, 'contacts'), icon: Users, section: 'daily', keys: 'g c' },
  { route: campaignsRoute, label: words(sample, 'campaigns'), icon: Megaphone, section: 'grow' },
  { route: flowsRoute, label: words(sample, 'flows'), icon: Workflow, section: 'grow' },
  { route: reportsRoute, label: words(sample, 'reports'), icon: ChartColumn, section: 'measure' },
  { route: workspaceRoute, label: words(sample, 'workspace'), icon: Building2, section: 'settings' },
];
const features: Feature[] = [{ name: 'sample', places }];

function HomeSample() {
  return (
    <Page>
      <PageHeader
        title="Good morning, Meera"
        description="Twelve people wait for an answer; the oldest since 9:42."
        actions={<Button tone="primary">Open the inbox</Button>}
      />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {['Waiting', 'Sent today', 'Bookings'].map((title) => (
          <Card key={title} title={title}>
            <p className="text-3xl font-semibold">1,204</p>
          </Card>
        ))}
      </div>
    </Page>
  );
}

const findPeople: CommandSource = {
  id: 'people',
  search: async (text) =>
    people(18)
      .filter((person) => person.name.toLowerCase().includes(text.toLowerCase()))
      .map((person) => ({
        id: person.id,
        label: person.name,
        group: 'People',
        alsoKnownAs: [text],
        run: () => {},
      })),
};

function PanelSample() {
  usePageName('Meera Joshi');
  useCommandSource(findPeople);
  return (
    <Page>
      <PageHeader title="Inbox" description="Twelve open conversations." />
      <ContextPanel title="Meera Joshi">
        <p className="p-4">Surat · customer since 2023</p>
      </ContextPanel>
    </Page>
  );
}

function TableSample() {
  return (
    <Page width="fill">
      <PageHeader
        title="Contacts"
        description="Everyone who wrote, bought or agreed to hear from you."
        actions={<Button tone="primary">Import</Button>}
      />
      <tableStories.full />
    </Page>
  );
}

function BrokenSample(): React.ReactNode {
  throw new Error('Cannot read the name of nobody');
}

function SignInSample() {
  return (
    <div className="grid w-full max-w-sm gap-5">
      <h1 className="text-2xl font-semibold">Sign in</h1>
      <Field label="Work email" required>
        <TextField type="email" autoComplete="email" />
      </Field>
      <Button tone="primary">Continue</Button>
    </div>
  );
}

function Shell({ at }: { at: string }) {
  const router = useMemo(
    () =>
      createRouter({
        routeTree: rootRoute.addChildren([
          shellRoute.addChildren([
            homeRoute,
            inboxRoute,
            contactsRoute,
            campaignsRoute,
            flowsRoute,
            reportsRoute,
            brokenRoute,
            workspaceRoute,
            missingRoute,
          ]),
          publicRoute.addChildren([signInRoute]),
        ]),
        ...routerDefaults,
        history: createMemoryHistory({ initialEntries: [at] }),
        context: {
          queryClient: new QueryClient(),
          features,
          slots: {},
          allows: () => true,
          requireSession: async () => {},
        },
      }),
    [at],
  );
  return <RouterProvider router={router as never} />;
}

export const stories = {
  home: () => <Shell at="/" />,
  panel: () => <Shell at="/inbox" />,
  table: () => <Shell at="/contacts" />,
  broken: () => <Shell at="/broken" />,
  missing: () => <Shell at="/nowhere" />,
  public: () => <Shell at="/sign-in" />,
};
