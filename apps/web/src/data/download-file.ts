/** What the API sends as a file, of the workspace that is named. */
export async function downloadFile(path: string, workspaceId: string): Promise<Blob> {
  const answer = await fetch(`/api/v1${path}`, { headers: { 'trikon-workspace': workspaceId } });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
  return answer.blob();
}
