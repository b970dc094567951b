import Plus from 'lucide-react/icons/plus';
import X from 'lucide-react/icons/x';
import { formatNumber, formatPercent } from '#web/i18n/format.ts';
import { useText } from '#web/i18n/i18n.ts';
import { useReader } from '#web/i18n/reader.ts';
import { Button } from '#web/ui/Button.tsx';
import { IconButton } from '#web/ui/IconButton.tsx';
import type { Curve } from '../../domain/health/curve.ts';
import { CurvePicture } from './CurvePicture.tsx';
import { NumberCell } from './NumberCell.tsx';
import { formulaText } from './text/text.ts';

export interface CurveEditorProps {
  readonly curve: Curve;
  /** Are the values shares, typed in percent? */
  readonly isShare: boolean;
  readonly onChange: (curve: Curve) => void;
}

const MOST = 20;
const FEWEST = 2;

/** From which value on a factor scores how much: its corners in numbers, and the line between them as a picture. */
export const CurveEditor = ({ curve, isShare, onChange }: CurveEditorProps) => {
  const t = useText(formulaText);
  const reader = useReader();
  const scale = isShare ? 100 : 1;
  const change = (at: number, part: Partial<Curve[number]>) =>
    onChange(curve.map((point, index) => (index === at ? { ...point, ...part } : point)));
  const last = curve.at(-1);
  const add = () => last && onChange([...curve, { at: exact(last.at + (isShare ? 0.1 : 1)), score: last.score }]);
  return (
    <div className="flex flex-col gap-3 phone:flex-row phone:items-start">
      <div className="min-w-0 flex-1">
        <div className="grid grid-cols-[1fr_1fr_2rem] items-center gap-x-3 gap-y-1.5 text-13">
          <span className="text-right text-12 text-muted">{isShare ? t('curve.share') : t('curve.value')}</span>
          <span className="text-right text-12 text-muted">{t('curve.score')}</span>
          <span />
          {curve.map((point, at) => {
            const name = { number: at + 1 };
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: corners have no identity but their place
              <div key={at} className="contents">
                <NumberCell
                  label={t('curve.valueOf', name)}
                  value={exact(point.at * scale)}
                  readOnly={false}
                  onChange={(value) => change(at, { at: exact(value / scale) })}
                />
                <NumberCell
                  label={t('curve.scoreOf', name)}
                  value={exact(point.score * 100)}
                  readOnly={false}
                  min={0}
                  max={100}
                  onChange={(score) => change(at, { score: exact(score / 100) })}
                />
                <IconButton
                  size="small"
                  icon={X}
                  label={t('curve.remove', name)}
                  disabled={curve.length <= FEWEST}
                  onClick={() => onChange(curve.filter((_, index) => index !== at))}
                />
              </div>
            );
          })}
        </div>
        {curve.length < MOST && (
          <Button look="quiet" size="small" icon={Plus} className="mt-1 -ml-2" onClick={add}>
            {t('curve.add')}
          </Button>
        )}
      </div>
      <CurvePicture
        curve={curve}
        sayValue={(value) => (isShare ? formatPercent(reader, value, { digits: 0 }) : formatNumber(reader, value))}
        sayScore={(score) => formatPercent(reader, score, { digits: 0 })}
      />
    </div>
  );
};

// What is typed in percent and back would else gather the crumbs of binary fractions.
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;
