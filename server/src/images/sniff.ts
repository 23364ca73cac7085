/** The kind of a picture by its first bytes, whatever its name says; undefined for everything else, SVG among it. */
export function sniff(content: Uint8Array): 'png' | 'jpeg' | 'gif' | 'webp' | undefined {
  const begins = (at: number, text: string) => Buffer.from(text, 'latin1').every((byte, i) => content[at + i] === byte);
  if (content[0] === 0x89 && begins(1, 'PNG\r\n\u001a\n')) return 'png';
  if (content[0] === 0xff && content[1] === 0xd8 && content[2] === 0xff) return 'jpeg';
  if (begins(0, 'GIF87a') || begins(0, 'GIF89a')) return 'gif';
  return begins(0, 'RIFF') && begins(8, 'WEBP') ? 'webp' : undefined;
}
