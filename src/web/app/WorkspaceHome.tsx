import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useNavigation } from '#web/ui/navigation.ts';
import { Skeleton } from '#web/ui/Skeleton.tsx';
import { homeOf, useSlices } from './slices-context.ts';

/** A workspace without a page: leads to its home. */
export const WorkspaceHome = () => {
  const navigate = useNavigate();
  const { hrefOf } = useNavigation();
  const home = homeOf(useSlices());
  useEffect(() => {
    if (home !== '/') void navigate({ to: hrefOf(home), replace: true } as never);
  }, [home, hrefOf, navigate]);
  return <Skeleton shape="chart" />;
};
