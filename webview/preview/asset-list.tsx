import type { SourceFile } from '../../extension/engine/protocol.ts';
import { usePictureUrl } from './hooks.ts';

/** The component's pictures, cut from the screenshot. */
export function AssetList({ files }: { files: readonly SourceFile[] }) {
  return (
    <ul class="assets">
      {files.map((file) => (
        <Asset key={file.path} file={file} />
      ))}
    </ul>
  );
}

function Asset({ file: { path, content } }: { file: SourceFile }) {
  const url = usePictureUrl(typeof content === 'string' ? undefined : content);
  return (
    <li class="asset">
      <span class="asset-picture">
        <img src={url} alt="" />
      </span>
      <span class="asset-name">{path}</span>
    </li>
  );
}
