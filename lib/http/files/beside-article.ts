import { openAttachment } from '@/lib/content/pictures/find-attachments'
import { readPicture } from '@/lib/content/pictures/read-picture'
import { getPlaces } from '@/lib/env'
import type { IndexDatabase } from '@/lib/kb-index/file/driver'
import { getAttachmentFile, getPictureFile } from '@/lib/kb-index/read/indexed-files'

/** Gives the picture with these bytes, or `undefined` if no article shows it or its file has changed since. */
export function getPicture(index: IndexDatabase, sha256: string) {
  const file = getPictureFile(index, sha256)
  const picture = file && readPicture(getPlaces().contentDir, file.path)
  return picture && 'bytes' in picture && picture.sha256 === sha256 ? picture : undefined
}

/** Opens the file with these bytes and this name, if an article leads to it and it is as it was indexed. */
export function getAttachment(index: IndexDatabase, sha256: string, name: string) {
  const file = getAttachmentFile(index, sha256, name)
  const bytes = file && openAttachment(getPlaces().contentDir, file)
  return bytes && { name, size: file.size, bytes }
}
