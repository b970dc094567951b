import Plus from 'lucide-react/icons/plus';
import { useText } from '#web/i18n/i18n.ts';
import { Button } from '#web/ui/Button.tsx';
import { Menu } from '#web/ui/Menu.tsx';
import type { SegmentCondition } from '../../../condition-contracts.ts';
import { segmentText } from '../text/text.ts';
import { NEW_TESTS } from './draft.ts';

/** Adds to a group what no field tells: something they did, one thing after another, a first or last time; or a group. */
export const AddBehaviour = ({ onAdd }: { readonly onAdd: (part: SegmentCondition) => void }) => {
  const t = useText(segmentText);
  return (
    <>
      <Button look="quiet" size="small" icon={Plus} onClick={() => onAdd(NEW_TESTS.did)}>
        {t('addDid')}
      </Button>
      <Menu
        trigger={
          <Button look="quiet" size="small" icon={Plus}>
            {t('more')}
          </Button>
        }
        groups={[
          {
            items: (['sequence', 'moment', 'group'] as const).map((kind) => ({
              label: t(ADDS[kind]),
              onSelect: () => onAdd(NEW_TESTS[kind]),
            })),
          },
        ]}
      />
    </>
  );
};

const ADDS = { sequence: 'addSequence', moment: 'addMoment', group: 'addGroup' } as const;
