const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;

/** The files of a zip whose entries are stored as they are, by name. Throws when it is none. */
export function unzipped(zip: Buffer): ReadonlyMap<string, string> {
  const end = zip.lastIndexOf(signature(END_RECORD));
  if (end === -1) throw new RangeError("This is no zip.");
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === CENTRAL_HEADER) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    files.set(name, stored(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 24)));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** The content behind a local header. */
function stored(zip: Buffer, header: number, size: number): string {
  if (zip.readUInt16LE(header + 8) !== 0) throw new RangeError("An entry is compressed.");
  const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return zip.toString("utf8", start, start + size);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
