import { fill } from '../shared/strings.ts';
import { useChat } from './context.ts';
import type { Region } from './messages.ts';
import { RegionChip } from './region-chip.tsx';

interface QuestionPartProps {
  region: Region;
  /** Called instead of `part of`. */
  name?: string;
  onRemove?: () => void;
}

/** The part of a picture of the conversation that a question is about, if that picture is still there. */
export function QuestionPart({ region, name, onRemove }: QuestionPartProps) {
  const { strings, state } = useChat();
  const { exchanges = [], draft } = state.conversation ?? {};
  const pictures = [...exchanges, ...(draft ? [draft] : [])].flatMap((each) => each.pictures);
  const picture = pictures.find(({ sha256 }) => sha256 === region.sha256);
  if (!picture) return null;
  const label = name ?? fill(strings.partOf, picture.name);
  return <RegionChip region={region} picture={picture} label={label} {...(onRemove ? { onRemove } : {})} />;
}
