import { useText } from '#web/i18n/i18n.ts';
import type { River } from '../../contracts.ts';
import { riverText } from '../text/text.ts';
import { kindOfFlow } from './river-shapes.ts';

/** What the colours of the picture mean; only those that occur. */
export const RiverLegend = ({ river }: { readonly river: River }) => {
  const t = useText(riverText);
  const kinds = new Set(river.flows.filter((flow) => flow.to !== null).map(kindOfFlow));
  const lines: readonly (readonly [boolean, string, string])[] = [
    [true, 'bg-accent', t('river.legend.here')],
    [kinds.size > 0, 'bg-accent opacity-40', t('river.legend.went')],
    [river.stages.some((stage) => stage.stuck > 0), 'hatched border border-line-strong', t('river.legend.still')],
    [kinds.has('back'), 'bg-[light-dark(var(--color-chart-6),var(--color-chart-3))] opacity-60', t('river.legend.back')],
    [kinds.has('fall'), 'bg-bad opacity-60', t('river.legend.away')],
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-muted">
      {lines
        .filter(([shown]) => shown)
        .map(([, look, text]) => (
          <li key={text} className="flex items-center gap-2">
            <span aria-hidden className={`inline-block size-3 shrink-0 rounded-sm ${look}`} />
            {text}
          </li>
        ))}
    </ul>
  );
};
