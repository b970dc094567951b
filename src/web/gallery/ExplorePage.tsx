import { useState } from 'react';
import { type Condition, EVERYTHING } from '#kernel/condition.ts';
import { LineSeries } from '#web/charts/LineSeries.tsx';
import { useText } from '#web/i18n/i18n.ts';
import { FormField } from '#web/ui/FormField.tsx';
import { FilterBar } from '#web/ui/filter/FilterBar.tsx';
import { QuestionPage } from '#web/ui/pages/QuestionPage.tsx';
import { Select } from '#web/ui/Select.tsx';
import { course, MONTHS } from './samples.ts';
import { galleryText } from './text.ts';

const LINES = [{ name: 'MRR', values: course(3_000_000, 120_000) }];

/** A question and its answer. */
export const ExplorePage = () => {
  const t = useText(galleryText);
  const [filter, setFilter] = useState<Condition>(EVERYTHING);
  const [measure, setMeasure] = useState('mrr');
  return (
    <QuestionPage
      title={t('explore')}
      labels={{ question: t('explore'), answer: t('metrics') }}
      question={
        <>
          <FormField label={t('metrics')}>
            <Select
              value={measure}
              onChange={setMeasure}
              options={[
                { value: 'mrr', label: t('mrr') },
                { value: 'active', label: t('active') },
              ]}
            />
          </FormField>
          <FilterBar
            fields={[{ key: 'industry', label: t('industry'), type: 'choice', options: [{ value: 'e', label: 'EdTech' }] }]}
            value={filter}
            onChange={setFilter}
          />
        </>
      }
      answer={
        <LineSeries label="MRR" periods={MONTHS} grain="month" lines={LINES} format={{ kind: 'money', currency: 'USD' }} height={320} />
      }
    />
  );
};
