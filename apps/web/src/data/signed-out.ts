import { ApiProblem } from './api.ts';
import { addressedWorkspace, goTo } from './session.ts';

/** The session ended here or from another device: signing in again leads back to this page. */
export function leaveWhenSignedOut(error: unknown): void {
  if (error instanceof ApiProblem && error.code === 'not_signed_in') signInAgain();
}

export function signInAgain(): void {
  const { pathname, search, hash } = window.location;
  // Public pages ask who is there without expecting anyone.
  if (addressedWorkspace(pathname) === '') return;
  void goTo(`/sign-in?${new URLSearchParams({ to: pathname + search + hash }).toString()}`);
}
