import { useState } from 'react';
import { currentLanguage, useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { ChoiceList } from '#web/ui/ChoiceList.tsx';
import { Popover } from '#web/ui/Popover.tsx';
import type { BoardTile, SavedQuestion } from '../../../board-contracts.ts';
import type { MetricCard } from '../../../contracts.ts';
import { MetricView } from '../../metric-view.ts';
import { stageName } from '../../metric-words.ts';
import { metricText } from '../../text/text.ts';
import { savedText } from '../saved/text/text.ts';
import { exploreText } from '../text/text.ts';
import { asOnBoard } from './metric-tile.ts';

export interface AddTileProps {
  readonly questions: readonly SavedQuestion[];
  readonly metrics: readonly MetricCard[];
  readonly onAdd: (tile: BoardTile) => void;
}

/** Puts a saved question or a metric on a board. */
export const AddTile = ({ questions, metrics, onAdd }: AddTileProps) => {
  const t = useText(savedText);
  const explore = useText(exploreText);
  const metric = useText(metricText);
  const [open, setOpen] = useState(false);
  const options = [
    ...questions.map(({ id, name, question }) => ({
      value: id,
      label: name,
      group: t('questions'),
      detail: explore(`kind.${question.kind}`),
    })),
    ...metrics.map(({ id, name, stage }) => ({
      value: id,
      label: name[currentLanguage()],
      group: metric('title'),
      detail: stageName(stage, metric),
    })),
  ];
  return (
    <Popover
      label={t('addTile')}
      open={open}
      onOpenChange={setOpen}
      align="end"
      className="w-80 max-w-[calc(100vw-2rem)] p-1"
      trigger={<Button>{t('addTile')}</Button>}
    >
      <ChoiceList
        label={t('searchTiles')}
        options={options}
        onPick={(id) => {
          setOpen(false);
          const isMetric = metrics.some((card) => card.id === id);
          onAdd(isMetric ? { metric: asOnBoard(id, MetricView.parse({})), span: 3 } : { questionId: id, span: 3 });
        }}
      />
    </Popover>
  );
};
