import X from 'lucide-react/icons/x';

/** Takes a part out of the filter. */
export const RemoveButton = ({ label, onClick }: { readonly label: string; readonly onClick: () => void }) => (
  <button
    type="button"
    aria-label={label}
    onClick={onClick}
    className="flex w-6 shrink-0 self-stretch items-center justify-center text-muted hover:bg-hover hover:text-text"
  >
    <X size={12} aria-hidden />
  </button>
);
