/** Hatching and fading of the river, for both directions. */
export const RiverPaints = ({ ids, upright }: { readonly ids: string; readonly upright: boolean }) => {
  const across = upright ? { x2: '1', y2: '0' } : { x2: '0', y2: '1' };
  const along = upright ? { x2: '0', y2: '1' } : { x2: '1', y2: '0' };
  return (
    <defs>
      <pattern id={`${ids}still`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" fill="var(--color-accent)" />
        <line x1="0" y1="0" x2="0" y2="6" stroke="var(--color-canvas)" strokeWidth="2.4" />
      </pattern>
      <linearGradient id={`${ids}fall`} x1="0" y1="0" {...across}>
        <stop offset="0" stopColor="var(--color-bad)" stopOpacity="0.7" />
        <stop offset="1" stopColor="var(--color-bad)" stopOpacity="0.12" />
      </linearGradient>
      <linearGradient id={`${ids}source`} x1="0" y1="0" {...along}>
        <stop offset="0" stopColor="var(--color-accent)" stopOpacity="0.04" />
        <stop offset="1" stopColor="var(--color-accent)" stopOpacity="0.36" />
      </linearGradient>
      <linearGradient id={`${ids}spring`} x1="0" y1="0" {...across}>
        <stop offset="0" stopColor="var(--color-accent)" stopOpacity="0.05" />
        <stop offset="1" stopColor="var(--color-accent)" stopOpacity="0.4" />
      </linearGradient>
    </defs>
  );
};
