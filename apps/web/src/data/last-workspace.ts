import type { OpenWorkspace } from './session.ts';

const name = 'trikon.workspace';

/** Where this person works in this browser: where an address without a workspace leads. */
export function keepLastWorkspace({ workspaceId }: OpenWorkspace): void {
  try {
    localStorage.setItem(name, workspaceId);
  } catch {
    // Forbidden storage: the first workspace by name opens instead.
  }
}

export function lastWorkspaceOf(workspaces: readonly OpenWorkspace[]): OpenWorkspace | undefined {
  return workspaces.find(({ workspaceId }) => workspaceId === read()) ?? workspaces[0];
}

function read(): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
