import { CopyButton } from '#web/ui/CopyField.tsx';
import { ScrollSideways } from '#web/ui/ScrollSideways.tsx';
import { Section } from '#web/ui/Section.tsx';

/** Lines to paste, with a button that copies them. */
export const Snippet = ({ title, text, code }: { readonly title: string; readonly text?: string; readonly code: string }) => (
  <Section title={title}>
    {text && <p className="mb-2 text-13 text-muted">{text}</p>}
    <div className="flex items-start rounded-md border border-line bg-sunken">
      <div className="min-w-0 flex-1">
        <ScrollSideways label={title}>
          <pre className="p-3 font-mono text-12">{code}</pre>
        </ScrollSideways>
      </div>
      <div className="p-1.5">
        <CopyButton value={code} />
      </div>
    </div>
  </Section>
);
