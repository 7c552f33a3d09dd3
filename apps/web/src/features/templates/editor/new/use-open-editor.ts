import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** To where a template that was just made is written. */
export function useOpenEditor(): (familyId: string, language: string) => Promise<void> {
  const navigate = useNavigate();
  return useCallback(
    (familyId, language) =>
      navigate({ to: '/templates/$familyId/edit/$language', params: { familyId, language } }),
    [navigate],
  );
}
