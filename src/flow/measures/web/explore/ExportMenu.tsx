import Download from 'lucide-react/icons/download';
import type { RefObject } from 'react';
import { drawingOf, pictureOf } from '#web/charts/picture.ts';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import { showToast } from '#web/ui/toasts.ts';
import { csv, tableOf } from '../../domain/questions/answer-table.ts';
import type { QuestionResult } from '../../question-contracts.ts';
import { csvFile, saveFile } from './save-file.ts';
import { exploreText } from './text/text.ts';

export interface ExportMenuProps {
  readonly result: QuestionResult;
  readonly title: string;
  /** What is drawn. */
  readonly place: RefObject<HTMLElement | null>;
}

/** Takes the answer along: as a picture, a drawing or its figures. */
export const ExportMenu = ({ result, title, place }: ExportMenuProps) => {
  const t = useText(exploreText);
  const fileName = `${result.question.kind}-${result.question.range.from.slice(0, 10)}`;
  const draw = async (asPicture: boolean) => {
    if (!place.current) return;
    const drawing = drawingOf(place.current, title);
    saveFile(
      asPicture ? await pictureOf(drawing) : new Blob([drawing], { type: 'image/svg+xml' }),
      `${fileName}.${asPicture ? 'png' : 'svg'}`,
    );
  };
  const tryDrawing = (asPicture: boolean) => void draw(asPicture).catch(() => showToast({ text: t('export.failed'), tone: 'bad' }));
  return (
    <Menu
      align="end"
      trigger={<Button icon={Download}>{t('export.label')}</Button>}
      groups={[
        {
          items: [
            { label: t('export.png'), onSelect: () => tryDrawing(true) },
            { label: t('export.svg'), onSelect: () => tryDrawing(false) },
            { label: t('export.csv'), onSelect: () => saveFile(csvFile(csv(tableOf(result.answer))), `${fileName}.csv`) },
          ],
        },
      ]}
    />
  );
};
