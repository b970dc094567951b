import { Progress } from '@base-ui/react/progress';

export interface ProgressBarProps {
  /** 0..1; null while the end is not known. */
  readonly ratio: number | null;
  readonly label: string;
}

/** How far is it? */
export const ProgressBar = ({ ratio, label }: ProgressBarProps) => (
  <Progress.Root value={ratio === null ? null : Math.round(ratio * 100)} aria-label={label} className="w-full">
    <Progress.Track className="h-1 overflow-hidden rounded-full bg-unknown-soft">
      <Progress.Indicator className="h-full bg-accent transition-[width] duration-180 data-indeterminate:w-1/3 data-indeterminate:animate-[travel_1.2s_linear_infinite]" />
    </Progress.Track>
  </Progress.Root>
);
