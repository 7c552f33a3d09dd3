import { useRouteContext } from '@tanstack/react-router';
import { useMemo } from 'react';
import { sections, type Place, type Section } from '../feature.ts';

export function usePlaces(): readonly Place[] {
  const { features, allows } = useRouteContext({ from: '__root__' });
  return useMemo(
    () =>
      features
        .flatMap((feature) => feature.places)
        .filter(({ needs }) => needs === undefined || [needs].flat().some(allows)),
    [features, allows],
  );
}

export function bySection(places: readonly Place[]): { section: Section; places: readonly Place[] }[] {
  return sections
    .map((section) => ({ section, places: places.filter((place) => place.section === section) }))
    .filter((one) => one.places.length > 0);
}
