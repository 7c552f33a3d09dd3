import { Avatar } from '../../ui/display/Avatar.tsx';
import type { SignIn } from './sign-ins-query.ts';

export function SignInPerson({ signIn: { name, email, userId } }: { signIn: SignIn }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5" title={email}>
      <Avatar name={name} seed={userId} size="small" />
      <span className="truncate font-medium">{name}</span>
    </span>
  );
}
