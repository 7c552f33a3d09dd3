import { Users } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../src/ui/actions/Button.tsx';
import { Avatar } from '../../src/ui/display/Avatar.tsx';
import { Badge } from '../../src/ui/display/Badge.tsx';
import { Card } from '../../src/ui/display/Card.tsx';
import { Banner } from '../../src/ui/feedback/Banner.tsx';
import { EmptyState } from '../../src/ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../src/ui/feedback/ErrorState.tsx';
import { Progress } from '../../src/ui/feedback/Progress.tsx';
import { SkeletonLines } from '../../src/ui/feedback/SkeletonLines.tsx';
import { toast } from '../../src/ui/feedback/toast-store.ts';

function ToastStory() {
  useEffect(() => {
    toast('Meera Joshi is now an agent');
    toast('3 contacts archived', { undo: () => {} });
    toast('The campaign did not start. Its audience is kept.', { tone: 'bad' });
  }, []);
  return <p>Three toasts, the last one stays until it is closed.</p>;
}

export const stories = {
  empty: () => (
    <EmptyState
      title="Bring your team in"
      action={<Button tone="primary">Invite someone</Button>}
      example={
        <Card>
          <div className="flex items-center gap-3">
            <Avatar name="Meera Joshi" />
            <span className="flex-1 font-medium">Meera Joshi</span>
            <Badge>Agent</Badge>
          </div>
        </Card>
      }
    >
      Agents answer, marketers send, and you decide who may do what.
    </EmptyState>
  ),
  emptyIcon: () => (
    <EmptyState icon={Users} title="Nobody matches">
      Take a filter away, or look in the archive.
    </EmptyState>
  ),
  failed: () => <ErrorState title="The members did not load" reference="req_01JD8Z" onRetry={() => {}} />,
  loading: () => <SkeletonLines lines={5} />,
  progress: () => (
    <div className="max-w-md">
      <Progress label="Importing contacts" done={48_210} total={125_000} />
    </div>
  ),
  banners: () => (
    <div className="grid gap-3">
      <Banner tone="info">Your templates are with Meta for review. It usually takes an hour.</Banner>
      <Banner tone="warn" action={<Button size="small">See the rule</Button>}>
        Quality fell to medium. Sending slows to half until it recovers.
      </Banner>
      <Banner tone="bad" onClose={() => {}}>
        The number was disconnected at 11:42 am. Replies wait in the outbox.
      </Banner>
      <Banner tone="good">Verified. Customers now see your name.</Banner>
    </div>
  ),
  toasts: ToastStory,
};
